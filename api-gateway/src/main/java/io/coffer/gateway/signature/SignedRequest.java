package io.coffer.gateway.signature;

import java.util.List;
import java.util.function.Function;

/**
 * A request as it stood on the wire, which is what clients sign.
 *
 * @param path raw, still percent-encoded
 * @param query raw, without the question mark; empty for none
 * @param headers all values of a header by its lower-case name, in their order; empty when absent
 * @param body decoded from its transfer encoding, otherwise untouched
 */
public record SignedRequest(
    String method, String path, String query, Function<String, List<String>> headers, byte[] body) {

  /** The only or first value of a header; null when absent. */
  public String header(String name) {
    List<String> values = headers.apply(name);
    return values.isEmpty() ? null : values.get(0);
  }
}
