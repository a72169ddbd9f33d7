package io.coffer.systemtests.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;

/** How a run of a program ended. */
public record Launched(String command, int exit, String out, String err) {

  /** This, when it ended well. */
  public Launched ok() {
    if (exit != 0) {
      throw new AssertionError(command + " ended with " + exit + "\n" + out + "\n" + err);
    }
    return this;
  }

  /** What it printed, as JSON. */
  public JsonNode json() {
    try {
      return Json.MAPPER.readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError(command + " printed no JSON:\n" + out + "\n" + err, e);
    }
  }
}
