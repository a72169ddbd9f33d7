package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.CbrError;
import java.util.Set;
import java.util.TreeSet;

/** One of a few texts. */
record ChoiceRule(CbrError error, Set<String> allowed) implements Rule {

  static ChoiceRule of(JsonNode schema, CbrError error) {
    Set<String> allowed = new TreeSet<>();
    schema.path("enum").forEach(value -> allowed.add(value.asText()));
    if (schema.path("x-empty-is-absent").asBoolean()) {
      allowed.remove("");
    }
    return new ChoiceRule(error, allowed);
  }

  @Override
  public JsonNode checked(FieldPath at, JsonNode value) {
    if (!value.isTextual()) {
      throw at.refused(error, "must be a string.");
    }
    if (!allowed.contains(value.textValue())) {
      throw at.refused(error, "must be one of " + String.join(", ", allowed) + ".");
    }
    return value;
  }
}
