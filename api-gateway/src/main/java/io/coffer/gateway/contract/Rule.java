package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** What the contract says of one value. Made once, used by many threads. */
interface Rule {

  /**
   * The value as it counts, with defaults filled in.
   *
   * @throws io.coffer.gateway.error.ApiException that opens with the place
   */
  JsonNode checked(FieldPath at, JsonNode value);

  /** Whether the rule fills something in where nothing is given. */
  default boolean fillsIn() {
    return false;
  }
}
