package io.coffer.billing.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One mapping of a file, read field by field; what is wrong is noted and reading goes on. */
final class Entry {

  private final String at;
  private final JsonNode node;
  private final List<Fault> faults;

  Entry(String at, JsonNode node, List<Fault> faults) {
    this.at = at;
    this.node = node;
    this.faults = faults;
  }

  /** Notes that something about a field is wrong. */
  void fault(String field, String what) {
    faults.add(new Fault(path(field), what));
  }

  /** Notes fields that are not among these. */
  Entry only(String... fields) {
    Set<String> known = new TreeSet<>(List.of(fields));
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                fault(name, "nobody knows this field; the fields here are " + known);
              }
            });
    return this;
  }

  /** The mappings of a list; none where the field is absent. */
  List<Entry> entries(String field) {
    JsonNode list = node.path(field);
    List<Entry> entries = new ArrayList<>();
    if (!list.isMissingNode() && !list.isArray()) {
      fault(field, "write a list here");
    }
    for (int i = 0; i < list.size(); i++) {
      String place = path(field) + "[" + i + "]";
      if (list.get(i).isObject()) {
        entries.add(new Entry(place, list.get(i), faults));
      } else {
        faults.add(new Fault(place, "write a mapping of fields here"));
      }
    }
    return entries;
  }

  /** A text that has to be there. */
  Optional<String> text(String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      fault(field, "a text is missing here; write one, in quotes where it looks like a number");
      return Optional.empty();
    }
    return Optional.of(value.textValue());
  }

  /** A text that has to be one of some words. */
  <T> Optional<T> word(String field, Function<String, Optional<T>> meaning, String words) {
    Optional<String> text = text(field);
    Optional<T> meant = text.flatMap(meaning);
    if (text.isPresent() && meant.isEmpty()) {
      fault(field, text.get() + " is unknown; write one of " + words);
    }
    return meant;
  }

  /** A list of texts. */
  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    node.path(field).forEach(value -> texts.add(value.asText()));
    if (texts.isEmpty()) {
      fault(field, "a list of texts is missing here; write at least one");
    }
    return texts;
  }

  /** A whole number above zero. */
  Optional<Integer> count(String field) {
    JsonNode value = node.path(field);
    if (!value.isInt() || value.intValue() < 1) {
      fault(field, "write a whole number above zero");
      return Optional.empty();
    }
    return Optional.of(value.intValue());
  }

  /** An exact decimal number. */
  Optional<BigDecimal> decimal(String field) {
    JsonNode value = node.path(field);
    try {
      return Optional.of(new BigDecimal(value.asText()));
    } catch (NumberFormatException e) {
      fault(field, "write a number such as 0.0002");
      return Optional.empty();
    }
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  /** A moment that has to be there. */
  Optional<Instant> moment(String field) {
    try {
      return text(field).map(Instant::parse);
    } catch (DateTimeException e) {
      fault(field, "write a moment such as 2026-01-01T00:00:00Z");
      return Optional.empty();
    }
  }

  /** Where this is. */
  String path(String field) {
    return at.endsWith(": ") ? at + field : at + "." + field;
  }
}
