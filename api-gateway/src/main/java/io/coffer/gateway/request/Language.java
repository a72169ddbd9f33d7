package io.coffer.gateway.request;

import io.coffer.gateway.error.ApiException;
import java.util.Set;

/** The header by which clients of some services say in which language they want answers. */
public final class Language {

  static final String HEADER = "X-Language";

  private static final Set<String> KNOWN = Set.of("en-us", "zh-cn");

  private Language() {}

  /** Refuses a language that is not documented. All sentences are in English nevertheless. */
  public static void check(GatewayRequest request) {
    String asked = request.header(HEADER);
    if (asked != null && !KNOWN.contains(asked)) {
      throw ApiException.invalid(HEADER + " must be one of en-us, zh-cn.");
    }
  }
}
