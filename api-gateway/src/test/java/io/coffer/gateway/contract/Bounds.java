package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Values at, below and above each bound of a schema, each in the least value around it that keeps
 * the rest of the schema. Reads the schema by itself, not by what is tested.
 */
final class Bounds {

  /**
   * One value to try.
   *
   * @param place of the bound below the value, for example {@code .vault.name}
   * @param fits whether the schema allows it
   */
  record Trial(String place, JsonNode value, boolean fits) {

    private Trial in(String outer, JsonNode whole) {
      return new Trial(outer + place, whole, fits);
    }
  }

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> LETTERS = List.of("a", "Z", "é", "漢", "𝔊");

  private final JsonNode document;
  private final Random random;

  Bounds(JsonNode document, Random random) {
    this.document = document;
    this.random = random;
  }

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  List<Trial> trials(JsonNode reference) {
    JsonNode schema = resolved(reference);
    List<Trial> trials = new ArrayList<>();
    switch (type(schema)) {
      case "object" -> object(schema, trials);
      case "array" -> array(schema, trials);
      case "integer" -> {
        boolean takesText = schema.at("/type/1").asText().equals("string");
        trials.add(new Trial("", NODES.textNode("1"), takesText));
        trials.add(new Trial("", NODES.textNode("one"), false));
        long least = schema.path("minimum").asLong(Integer.MIN_VALUE);
        long most = schema.path("maximum").asLong(Integer.MAX_VALUE);
        for (long value : new long[] {least - 1, least, most, most + 1}) {
          trials.add(new Trial("", NODES.numberNode(value), value >= least && value <= most));
        }
      }
      case "boolean" -> trials.add(new Trial("", NODES.textNode("true"), false));
      default -> text(schema, trials);
    }
    return trials;
  }

  /** The least value that keeps a schema. */
  JsonNode sample(JsonNode reference, int index) {
    JsonNode schema = resolved(reference);
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    return switch (type(schema)) {
      case "object" -> {
        ObjectNode object = NODES.objectNode();
        schema
            .path("required")
            .forEach(name -> object.set(name.asText(), sample(property(schema, name), index)));
        yield object;
      }
      case "array" -> elements(schema, schema.path("minItems").asInt());
      case "integer" -> NODES.numberNode(schema.path("minimum").asInt());
      case "boolean" -> NODES.booleanNode(false);
      default ->
          isPassword(schema)
              ? NODES.textNode(password(8))
              : schema.has("x-noun") || schema.has("format")
                  ? NODES.textNode(new UUID(random.nextLong(), random.nextLong()).toString())
                  : NODES.textNode(Math.max(index, 0) + "x");
    };
  }

  private void object(JsonNode schema, List<Trial> trials) {
    trials.add(new Trial("", NODES.textNode("x"), false));
    schema
        .path("required")
        .forEach(
            name -> {
              ObjectNode without = ((ObjectNode) sample(schema, 0)).without(name.asText());
              trials.add(new Trial("." + name.asText(), without, false));
            });
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              for (Trial inner : trials(property.getValue())) {
                ObjectNode whole = (ObjectNode) sample(schema, 0);
                whole.set(property.getKey(), inner.value());
                trials.add(inner.in("." + property.getKey(), whole));
              }
            });
  }

  private void array(JsonNode schema, List<Trial> trials) {
    trials.add(new Trial("", NODES.objectNode(), false));
    int least = schema.path("minItems").asInt();
    int most = schema.path("maxItems").asInt();
    for (int size : new int[] {least - 1, least, most, most + 1}) {
      if (size >= 0) {
        trials.add(new Trial("", elements(schema, size), size >= least && size <= most));
      }
    }
    for (Trial inner : trials(schema.path("items"))) {
      trials.add(inner.in("[0]", NODES.arrayNode().add(inner.value())));
    }
  }

  private ArrayNode elements(JsonNode schema, int size) {
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < size; i++) {
      array.add(sample(schema.path("items"), i));
    }
    return array;
  }

  private void text(JsonNode schema, List<Trial> trials) {
    trials.add(new Trial("", NODES.numberNode(7), false));
    if (schema.has("enum")) {
      trials.add(new Trial("", schema.path("enum").path(0), true));
      trials.add(new Trial("", NODES.textNode("none of them"), false));
    } else if (isPassword(schema)) {
      int least = schema.path("minLength").asInt();
      int most = schema.path("maxLength").asInt();
      for (int length : new int[] {least - 1, least, most, most + 1}) {
        trials.add(
            new Trial("", NODES.textNode(password(length)), length >= least && length <= most));
      }
      trials.add(new Trial("", NODES.textNode("of letters alone"), false));
    } else if (schema.path("format").asText().equals("uuid")) {
      trials.add(new Trial("", sample(schema, 0), true));
      trials.add(new Trial("", NODES.textNode("1-1-1-1-1"), false));
    } else if (schema.has("maxLength")) {
      int least =
          schema.path("x-empty-is-absent").asBoolean() ? 0 : schema.path("minLength").asInt();
      int most = schema.path("maxLength").asInt();
      for (int length : new int[] {least - 1, least, most, most + 1}) {
        if (length >= 0) {
          trials.add(
              new Trial("", NODES.textNode(letters(length)), length >= least && length <= most));
        }
      }
      trials.add(new Trial("", NODES.textNode("a\u0007"), false));
      if (schema.has("pattern")) {
        trials.add(new Trial("", NODES.textNode("a=b"), false));
      }
    }
  }

  private static boolean isPassword(JsonNode schema) {
    return schema.path("format").asText().equals("password");
  }

  private static String password(int length) {
    return "Aa1-".repeat(length / 4 + 1).substring(0, length);
  }

  private String letters(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.get(length > 1_000 ? 0 : random.nextInt(LETTERS.size())));
    }
    return text.toString();
  }

  private static JsonNode property(JsonNode schema, JsonNode name) {
    return schema.path("properties").path(name.asText());
  }

  private static String type(JsonNode schema) {
    return schema.at("/type/0").asText(schema.path("type").asText());
  }
}
