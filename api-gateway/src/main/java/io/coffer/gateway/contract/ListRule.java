package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.coffer.contracts.CbrError;
import java.util.HashSet;
import java.util.Set;

/**
 * A list without absent elements.
 *
 * @param unique the field that no two elements have alike; empty for none
 * @param distinct whether no two elements are alike
 */
record ListRule(CbrError error, int least, int most, String unique, boolean distinct, Rule element)
    implements Rule {

  static ListRule of(JsonNode schema, CbrError error, Rule element) {
    return new ListRule(
        error,
        schema.path("minItems").asInt(0),
        schema.path("maxItems").asInt(Integer.MAX_VALUE),
        schema.path("x-unique").asText(""),
        schema.path("uniqueItems").asBoolean(),
        element);
  }

  @Override
  public JsonNode checked(FieldPath at, JsonNode value) {
    if (!(value instanceof ArrayNode list)) {
      throw at.refused(error, "must be an array.");
    }
    if (list.size() < least || list.size() > most) {
      throw at.refused(error, "must have " + least + " to " + most + " elements.");
    }
    Set<JsonNode> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).isNull()) {
        throw at.element(i).refused(error, "is mandatory.");
      }
      list.set(i, element.checked(at.element(i), list.get(i)));
      if (!unique.isEmpty() && !seen.add(list.get(i).path(unique))) {
        throw at.element(i).field(unique).refused(error, "is in the list twice.");
      }
      if (distinct && !seen.add(list.get(i))) {
        throw at.element(i).refused(error, "is in the list twice.");
      }
    }
    return list;
  }
}
