package io.coffer.systemtests.faults.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request as the journal knows it.
 *
 * @param request method and path below the project
 * @param sent the body that went out; missing without one
 * @param status 0 while there is no answer
 * @param answer the body that came back; missing without one
 */
public record Entry(int number, String request, JsonNode sent, int status, JsonNode answer) {

  /** Whether the API said that it is done, or will be. */
  public boolean isAcknowledged() {
    return status >= 200 && status < 300;
  }

  /** Whether this went to a path that matches. */
  public boolean is(String pattern) {
    return request.matches(pattern);
  }

  /** The path below the project. */
  public String path() {
    return request.substring(request.indexOf(' ') + 1);
  }
}
