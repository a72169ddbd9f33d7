package io.coffer.owner.page;

import io.coffer.owner.refusal.Refused;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The query parameters of a question. Absent and empty are the same. */
public record Parameters(MultivaluedMap<String, String> values) {

  /** The first value; null when there is none. */
  public String text(String name) {
    return texts(name).stream().findFirst().orElse(null);
  }

  /** All values that are not empty. */
  public List<String> texts(String name) {
    return values.getOrDefault(name, List.of()).stream().filter(text -> !text.isEmpty()).toList();
  }

  /** The parts of a value that is separated by commas. */
  public List<String> parts(String name) {
    return texts(name).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** A whole number in a range. */
  public int number(String name, int least, int most, int otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number < least || number > most) {
        throw Refused.parameter(name, "must be from " + least + " to " + most);
      }
      return number;
    } catch (NumberFormatException e) {
      throw Refused.parameter(name, "must be a whole number");
    }
  }

  /** True or false; null when absent. */
  public Boolean flag(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "true", "True" -> true;
      case "false", "False" -> false;
      default -> throw Refused.parameter(name, "must be true or false");
    };
  }

  /** An instant such as {@code 2026-01-01T00:00:00Z}; null when absent. */
  public Instant time(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Refused.parameter(name, "must be a time like 2026-01-01T00:00:00Z");
    }
  }

  /** Constants of an enumeration, the parameter being repeated. */
  public <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
    return texts(name).stream().map(text -> constant(name, text, type)).toList();
  }

  /** The id that a text stands for; empty for what is no id of ours. */
  public static Optional<UUID> id(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.parameter(
                    name, "must be one of " + Arrays.toString(type.getEnumConstants())));
  }
}
