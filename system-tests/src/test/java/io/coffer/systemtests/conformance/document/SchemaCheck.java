package io.coffer.systemtests.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Compares values with schemas of the document. Knows the words that the document uses and finds
 * fault with all others. Properties that the document does not name are faults too.
 */
final class SchemaCheck {

  private static final Set<String> ONLY_FOR_READERS = Set.of("description", "default");
  private static final long LARGEST_INTEGER = Integer.MAX_VALUE;

  private final ApiDocument document;
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck(ApiDocument document) {
    this.document = document;
  }

  /** What is wrong with a value, each fault with where it is; empty when nothing is. */
  static List<String> faults(ApiDocument document, JsonNode schema, JsonNode value) {
    SchemaCheck check = new SchemaCheck(document);
    check.value("", schema, value);
    return check.faults;
  }

  private void value(String at, JsonNode reference, JsonNode value) {
    JsonNode schema = document.resolve(reference);
    if (schema.has("oneOf")) {
      oneOf(at, schema.path("oneOf"), value);
      return;
    }
    if (!types(schema).contains(typeOf(value)) && schema.has("type")) {
      fault(at, "is " + typeOf(value) + " instead of " + types(schema), value);
      return;
    }
    schema
        .fields()
        .forEachRemaining(word -> word(at, word.getKey(), word.getValue(), schema, value));
    if (value.isObject() && !schema.path("additionalProperties").asBoolean(false)) {
      value
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!schema.path("properties").has(name)) {
                  fault(at + "/" + name, "is not documented", value.path(name));
                }
              });
    }
    if (value.isIntegralNumber()
        && !schema.path("format").asText().equals("int64")
        && Math.abs(value.asLong()) > LARGEST_INTEGER) {
      fault(at, "does not fit into 32 bits", value);
    }
  }

  /** The faults by the schema that fits best. */
  private void oneOf(String at, JsonNode schemas, JsonNode value) {
    List<String> fewest = null;
    for (JsonNode schema : schemas) {
      SchemaCheck check = new SchemaCheck(document);
      check.value(at, schema, value);
      fewest = fewest == null || check.faults.size() < fewest.size() ? check.faults : fewest;
    }
    faults.addAll(fewest);
  }

  private void word(String at, String word, JsonNode wanted, JsonNode schema, JsonNode value) {
    boolean text = value.isTextual();
    switch (word) {
      case "type", "additionalProperties" -> {}
      case "enum" -> expect(contains(wanted, value), at, "is none of " + wanted, value);
      case "const" -> expect(wanted.equals(value), at, "is not " + wanted, value);
      case "pattern" ->
          expect(
              !text || Pattern.compile(wanted.asText()).matcher(value.asText()).find(),
              at,
              "does not match " + wanted,
              value);
      case "format" ->
          expect(!text || formed(wanted.asText(), value), at, "is no " + wanted, value);
      case "minLength" -> expect(!text || length(value) >= wanted.asInt(), at, "is short", value);
      case "maxLength" -> expect(!text || length(value) <= wanted.asInt(), at, "is long", value);
      case "minimum" -> expect(value.asLong() >= wanted.asLong(), at, "is low", value);
      case "maximum" -> expect(value.asLong() <= wanted.asLong(), at, "is high", value);
      case "minItems" -> expect(value.size() >= wanted.asInt(), at, "has few elements", value);
      case "maxItems" -> expect(value.size() <= wanted.asInt(), at, "has many elements", value);
      case "items" -> {
        for (int i = 0; i < value.size() && value.isArray(); i++) {
          value(at + "/" + i, wanted, value.path(i));
        }
      }
      case "required" ->
          wanted.forEach(
              name ->
                  expect(value.has(name.asText()), at + "/" + name.asText(), "is absent", value));
      case "properties" ->
          wanted
              .fields()
              .forEachRemaining(
                  property -> {
                    if (value.has(property.getKey())) {
                      value(
                          at + "/" + property.getKey(),
                          property.getValue(),
                          value.path(property.getKey()));
                    }
                  });
      default ->
          expect(
              word.startsWith("x-") || ONLY_FOR_READERS.contains(word),
              at,
              "has a schema with " + word,
              value);
    }
  }

  private static Set<String> types(JsonNode schema) {
    Set<String> types = new LinkedHashSet<>();
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      types.add(type.asText());
    }
    type.forEach(each -> types.add(each.asText()));
    return types;
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
      case OBJECT -> "object";
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      default -> "nothing";
    };
  }

  private static boolean formed(String format, JsonNode value) {
    return switch (format) {
      case "uuid" -> value.asText().equals(uuid(value.asText()));
      case "date-time" -> value.asText().contains("T");
      default -> false;
    };
  }

  private static String uuid(String text) {
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode each : list) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static int length(JsonNode value) {
    return value.asText().codePointCount(0, value.asText().length());
  }

  private void expect(boolean sound, String at, String fault, JsonNode value) {
    if (!sound) {
      fault(at, fault, value);
    }
  }

  private void fault(String at, String fault, JsonNode value) {
    String shown = value.toString();
    faults.add(at + " " + fault + ": " + (shown.length() > 200 ? shown.substring(0, 200) : shown));
  }
}
