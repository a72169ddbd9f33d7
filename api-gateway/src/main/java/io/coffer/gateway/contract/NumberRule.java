package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.CbrError;

/** A whole number of at most 32 bits. */
record NumberRule(CbrError error, int least, int most) implements Rule {

  static NumberRule of(JsonNode schema, CbrError error) {
    return new NumberRule(
        error,
        schema.path("minimum").asInt(Integer.MIN_VALUE),
        schema.path("maximum").asInt(Integer.MAX_VALUE));
  }

  @Override
  public JsonNode checked(FieldPath at, JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw at.refused(error, "must be an integer of at most 32 bits.");
    }
    if (value.intValue() < least || value.intValue() > most) {
      throw at.refused(error, "must be " + least + " to " + most + ".");
    }
    return value;
  }
}
