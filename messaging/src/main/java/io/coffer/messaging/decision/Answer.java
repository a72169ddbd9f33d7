package io.coffer.messaging.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import java.nio.charset.StandardCharsets;

/**
 * What the caller of a command is told: an HTTP status and the owner's public JSON, relayed as it
 * is.
 *
 * @param body JSON; empty when there is none
 */
public record Answer(int status, String body) {

  /** 204 without a body. */
  public static Answer noContent() {
    return new Answer(204, "");
  }

  /** 200 with this object or tree as JSON. */
  public static Answer ok(Object body) {
    return of(200, body);
  }

  /** A status with this object or tree as JSON. */
  public static Answer of(int status, Object body) {
    try {
      return new Answer(status, Json.MAPPER.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + body.getClass(), e);
    }
  }

  /** The documented error with a sentence that names what is wrong. */
  public static Answer error(CbrError error, String message) {
    String text = message == null || message.isBlank() ? error.phrase() + "." : message;
    ObjectNode body =
        Json.MAPPER.createObjectNode().put("error_code", error.code()).put("error_msg", text);
    if (error.hasDetails()) {
      body.putArray("details").addObject().put("error_code", error.code()).put("error_msg", text);
      body.put("encoded_authorization_message", "");
    }
    return of(error.status(), body);
  }

  /** The body in UTF-8. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
