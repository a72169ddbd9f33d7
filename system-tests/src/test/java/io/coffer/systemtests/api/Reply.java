package io.coffer.systemtests.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import java.net.http.HttpResponse;

/**
 * What the API answered.
 *
 * @param retryAfter the header of this name; empty without it
 */
public record Reply(String request, int status, String body, String retryAfter) {

  static Reply of(HttpResponse<String> response) {
    return new Reply(
        response.request().method() + " " + response.uri().getPath(),
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Retry-After").orElse(""));
  }

  /** The body, when the status is this one. */
  public JsonNode expect(int expected) {
    if (status != expected) {
      throw new AssertionError(request + " answered " + status + " " + body);
    }
    return json();
  }

  /** The error's code; empty when there is none. */
  public String errorCode() {
    return json().path("error_code").asText();
  }

  /** The body. */
  public JsonNode json() {
    try {
      return Json.MAPPER.readTree(body.isEmpty() ? "{}" : body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(request + " answered no JSON: " + body, e);
    }
  }
}
