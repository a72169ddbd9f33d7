package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.CbrError;

/** True or false. */
record FlagRule(CbrError error) implements Rule {

  @Override
  public JsonNode checked(FieldPath at, JsonNode value) {
    if (!value.isBoolean()) {
      throw at.refused(error, "must be a boolean.");
    }
    return value;
  }
}
