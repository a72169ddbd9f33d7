package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.coffer.contracts.CbrError;
import java.util.Map;

/** An object. Null is absent, and what nobody documented is dropped, as nothing bounds it. */
record ObjectRule(CbrError error, Map<String, Property> properties) implements Rule {

  private static final TextNode EMPTY = TextNode.valueOf("");

  /**
   * One field of it.
   *
   * @param value where it is absent; null for none
   * @param emptyIsAbsent whether empty text is the same as none
   */
  record Property(Rule rule, boolean required, JsonNode value, boolean emptyIsAbsent) {}

  @Override
  public JsonNode checked(FieldPath at, JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      throw at.refused(error, "must be an object.");
    }
    object.retain(properties.keySet());
    properties.forEach((name, property) -> check(at, object, name, property));
    return object;
  }

  private void check(FieldPath at, ObjectNode object, String name, Property property) {
    JsonNode given = object.get(name);
    if (given != null && !given.isNull() && !(property.emptyIsAbsent() && given.equals(EMPTY))) {
      object.set(name, property.rule().checked(at.field(name), given));
    } else if (property.required()) {
      throw at.field(name).refused(error, "is mandatory.");
    } else if (property.value() != null) {
      object.set(name, property.value());
    } else if (property.rule().fillsIn()) {
      object.set(name, property.rule().checked(at.field(name), object.objectNode()));
    } else if (given != null) {
      object.remove(name);
    }
  }

  @Override
  public boolean fillsIn() {
    return properties.values().stream()
            .allMatch(property -> !property.required() || property.value() != null)
        && properties.values().stream()
            .anyMatch(property -> property.value() != null || property.rule().fillsIn());
  }
}
