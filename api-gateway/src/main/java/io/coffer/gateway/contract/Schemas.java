package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.CbrError;
import io.coffer.gateway.contract.ObjectRule.Property;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Compiles schemas of requests to rules. Knows the words that such schemas use and refuses all
 * others, so that nothing stands in the contract that nobody keeps.
 */
final class Schemas {

  private static final Set<String> WORDS =
      Set.of(
          "type",
          "description",
          "default",
          "enum",
          "format",
          "pattern",
          "properties",
          "required",
          "items",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "uniqueItems",
          "$ref",
          "x-empty-is-absent",
          "x-error",
          "x-noun",
          "x-trimmed",
          "x-unique");

  private final JsonNode document;

  Schemas(JsonNode document) {
    this.document = document;
  }

  /** What a reference stands for; anything else is itself. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /**
   * The rule of a schema.
   *
   * @param inherited what is refused with, unless the schema names another error
   */
  Rule rule(JsonNode reference, CbrError inherited) {
    JsonNode schema = resolved(reference);
    schema.fieldNames().forEachRemaining(Schemas::known);
    CbrError error =
        schema.has("x-error")
            ? CbrError.find(schema.path("x-error").asText()).orElseThrow()
            : inherited;
    String type = schema.at("/type/0").asText(schema.path("type").asText());
    return switch (type) {
      case "object" -> object(schema, error);
      case "array" -> ListRule.of(schema, error, rule(schema.path("items"), error));
      case "boolean" -> new FlagRule(error);
      case "integer" ->
          schema.at("/type/1").asText().equals("string")
              ? new NumeralRule(NumberRule.of(schema, error))
              : NumberRule.of(schema, error);
      case "string" -> text(schema, error);
      default -> throw new IllegalStateException("a schema without a type: " + schema);
    };
  }

  private static Rule text(JsonNode schema, CbrError error) {
    if (schema.has("x-noun") || schema.path("format").asText().equals("uuid")) {
      return new IdRule(error, schema.path("x-noun").asText(""));
    }
    if (schema.path("format").asText().equals("password")) {
      return PasswordRule.of(schema, error);
    }
    return schema.has("enum") ? ChoiceRule.of(schema, error) : TextRule.of(schema, error);
  }

  private Rule object(JsonNode schema, CbrError error) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    Map<String, Property> properties = new LinkedHashMap<>();
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            field ->
                properties.put(
                    field.getKey(),
                    new Property(
                        rule(field.getValue(), error),
                        required.contains(field.getKey()),
                        field.getValue().get("default"),
                        field.getValue().path("x-empty-is-absent").asBoolean())));
    return new ObjectRule(error, properties);
  }

  private static void known(String word) {
    if (!WORDS.contains(word)) {
      throw new IllegalStateException("nobody checks the word " + word + " of a schema");
    }
  }
}
