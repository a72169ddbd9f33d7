package io.coffer.gateway.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;

/** The flat JSON of an error. */
public final class ErrorBody {

  private ErrorBody() {}

  /** Both keys are always strings. Errors of the gateway itself repeat the id of the request. */
  public static byte[] of(String code, String message, String requestId) {
    return bytes(flat(code, message, requestId));
  }

  /** The flat keys with the same again as details. */
  public static byte[] detailed(String code, String message, String requestId) {
    ObjectNode body = flat(code, message, requestId);
    body.putArray("details").addObject().put("error_code", code).put("error_msg", message);
    body.put("encoded_authorization_message", "");
    return bytes(body);
  }

  /** The shape of the identity service, with the flat keys beside it for clients of the others. */
  public static byte[] keystone(int status, String title, String code, String message) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("error").put("code", status).put("message", message).put("title", title);
    body.put("error_code", code).put("error_msg", message);
    return bytes(body);
  }

  private static ObjectNode flat(String code, String message, String requestId) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("error_code", code).put("error_msg", message);
    if (code.startsWith("APIGW.")) {
      body.put("request_id", requestId);
    }
    return body;
  }

  private static byte[] bytes(ObjectNode body) {
    try {
      return Json.MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts is always JSON", e);
    }
  }
}
