package io.coffer.systemtests.conformance.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a schema allows, in a few words. */
final class Limits {

  private Limits() {}

  static String of(JsonNode schema) {
    List<String> words = new ArrayList<>();
    if (schema.has("enum")) {
      List<String> values = new ArrayList<>();
      schema
          .path("enum")
          .forEach(value -> values.add(value.asText().isEmpty() ? "empty" : value.asText()));
      words.add(String.join(" ", values));
    } else {
      words.add(
          schema.path("type").isArray()
              ? schema.at("/type/0").asText()
              : schema.path("type").asText());
    }
    if (schema.has("format")) {
      words.add(schema.path("format").asText());
    }
    range(schema, "minimum", "maximum", "", words);
    range(schema, "minLength", "maxLength", " characters", words);
    range(schema, "minItems", "maxItems", " elements", words);
    if (schema.has("default")) {
      words.add("default " + schema.path("default").asText());
    }
    return String.join(", ", words);
  }

  private static void range(
      JsonNode schema, String low, String high, String unit, List<String> words) {
    if (schema.has(low) && schema.has(high)) {
      words.add(schema.path(low).asText() + " to " + schema.path(high).asText() + unit);
    } else if (schema.has(high)) {
      words.add("at most " + schema.path(high).asText() + unit);
    } else if (schema.has(low)) {
      words.add("at least " + schema.path(low).asText() + unit);
    }
  }
}
