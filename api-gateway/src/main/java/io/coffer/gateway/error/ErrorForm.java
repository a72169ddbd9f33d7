package io.coffer.gateway.error;

import io.vertx.ext.web.RoutingContext;

/** In which of the documented shapes an operation tells errors. */
public enum ErrorForm {
  /** A code and a sentence. */
  FLAT {
    @Override
    byte[] body(String code, String message, String requestId) {
      return ErrorBody.of(code, message, requestId);
    }
  },

  /** The same, and again as details. */
  DETAILED {
    @Override
    byte[] body(String code, String message, String requestId) {
      return ErrorBody.detailed(code, message, requestId);
    }
  };

  private static final String KEY = "coffer.error-form";

  /** Notes how errors of this request are told. */
  public void put(RoutingContext http) {
    http.put(KEY, this);
  }

  /** How errors of this request are told; flat before it is known what was asked. */
  static ErrorForm of(RoutingContext http) {
    ErrorForm known = http.get(KEY);
    return known == null ? FLAT : known;
  }

  abstract byte[] body(String code, String message, String requestId);
}
