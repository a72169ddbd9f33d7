package io.coffer.gateway.error;

import io.coffer.contracts.CbrError;
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

  /** The same, with a code of its own for parameters, as resource packages tell errors. */
  PACKAGE {
    @Override
    byte[] body(String code, String message, String requestId) {
      return FLAT.body(own(code, CbrError.PACKAGE_PARAMETER_INVALID), message, requestId);
    }
  },

  /** The same with another code, and again as details, as database O&amp;M instances do. */
  DETAILED {
    @Override
    byte[] body(String code, String message, String requestId) {
      return ErrorBody.detailed(own(code, CbrError.INSTANCE_PARAMETER_INVALID), message, requestId);
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

  private static String own(String code, CbrError invalid) {
    return code.equals(CbrError.INVALID_PARAMETER.code()) ? invalid.code() : code;
  }

  abstract byte[] body(String code, String message, String requestId);
}
