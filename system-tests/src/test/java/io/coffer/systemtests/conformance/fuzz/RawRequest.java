package io.coffer.systemtests.conformance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as it goes out, however malformed.
 *
 * @param operation the id of the operation that was aimed at
 * @param target path and query
 * @param body null for none
 */
record RawRequest(
    String operation, String method, String target, Map<String, String> headers, byte[] body) {

  /** The path without the query. */
  String path() {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  /** For people, without credentials. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(operation).append(": ").append(method).append(' ');
    text.append(target);
    headers.forEach(
        (name, value) -> {
          boolean secret = name.equals("X-Auth-Token") || name.equals("X-Subject-Token");
          text.append("\n  ").append(name).append(": ").append(secret ? "..." : value);
        });
    String sent = body == null ? "" : new String(body, StandardCharsets.UTF_8);
    return text.append("\n  ")
        .append(sent.length() > 3000 ? sent.substring(0, 3000) + "..." : sent)
        .toString();
  }
}
