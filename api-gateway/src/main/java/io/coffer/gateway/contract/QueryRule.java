package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.coffer.contracts.CbrError;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One query parameter. A filter that is there but empty is no filter; a number is.
 *
 * @param repeats whether all its values count, or only the first one
 */
record QueryRule(String name, boolean repeats, boolean mayBeEmpty, ValueCheck check) {

  private static final CbrError ERROR = CbrError.INVALID_PARAMETER;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
  private static final Set<String> DIRECTIONS = Set.of("asc", "desc");

  /** Refuses a value or says how it is sent on. */
  @FunctionalInterface
  private interface ValueCheck {
    String sentOn(FieldPath at, String value);
  }

  /** The rule of a parameter of the contract. */
  static QueryRule of(JsonNode parameter, Schemas schemas) {
    JsonNode schema = schemas.resolved(parameter.path("schema"));
    boolean list = schema.path("type").asText().equals("array");
    JsonNode one = list ? schemas.resolved(schema.path("items")) : schema;
    return new QueryRule(
        parameter.path("name").asText(),
        list || one.has("enum") || parameter.path("x-repeats").asBoolean(),
        !one.path("type").asText().equals("integer"),
        check(parameter, one, schemas));
  }

  /** The values that count, as they are sent on. */
  List<String> sentOn(List<String> values) {
    List<String> counting = repeats || values.isEmpty() ? values : values.subList(0, 1);
    return counting.stream()
        .filter(value -> !mayBeEmpty || !value.isEmpty())
        .map(value -> check.sentOn(FieldPath.parameter(name), value))
        .toList();
  }

  private static ValueCheck check(JsonNode parameter, JsonNode schema, Schemas schemas) {
    switch (schema.path("type").asText()) {
      case "integer" -> {
        NumberRule rule = NumberRule.of(schema, ERROR);
        return (at, value) -> number(at, value, rule);
      }
      case "boolean" -> {
        return QueryRule::truth;
      }
      default -> {
        if (schema.path("format").asText().equals("date-time")) {
          return QueryRule::time;
        }
        Rule rule = schemas.rule(schema, ERROR);
        ValueCheck text = (at, value) -> rule.checked(at, TextNode.valueOf(value)).textValue();
        return parameter.has("x-keys") ? sort(text, parameter.path("x-keys")) : text;
      }
    }
  }

  private static String number(FieldPath at, String value, NumberRule rule) {
    if (!DIGITS.matcher(value).matches()
        || Long.parseLong(value) < rule.least()
        || Long.parseLong(value) > rule.most()) {
      throw at.refused(
          ERROR, "must be a whole number from " + rule.least() + " to " + rule.most() + ".");
    }
    return value;
  }

  private static String truth(FieldPath at, String value) {
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw at.refused(ERROR, "must be true or false.");
    }
    return value.toLowerCase(Locale.ROOT);
  }

  /** Years have four digits on the wire; others would overflow the owner's columns. */
  private static String time(FieldPath at, String value) {
    try {
      int year = OffsetDateTime.parse(value).getYear();
      if (year >= 1 && year <= 9999) {
        return value;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw at.refused(ERROR, "must be a time such as 2018-02-01T12:00:00Z.");
  }

  private static ValueCheck sort(ValueCheck text, JsonNode allowed) {
    Set<String> keys = new TreeSet<>();
    allowed.forEach(key -> keys.add(key.asText()));
    return (at, value) -> {
      for (String part : text.sentOn(at, value).split(",", -1)) {
        String[] words = part.strip().split(":", -1);
        if (words.length > 2
            || !keys.contains(words[0])
            || words.length == 2 && !DIRECTIONS.contains(words[1])) {
          throw at.refused(
              ERROR,
              "must list keys of "
                  + String.join(", ", keys)
                  + ", each with :asc or :desc or neither.");
        }
      }
      return value;
    };
  }
}
