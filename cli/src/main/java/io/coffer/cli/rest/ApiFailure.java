package io.coffer.cli.rest;

/** The service answered with an error. */
public final class ApiFailure extends RuntimeException {

  private final int status;
  private final String code;

  ApiFailure(int status, String code, String message) {
    super(message + " (" + (code.isEmpty() ? "" : code + ", ") + "HTTP " + status + ")");
    this.status = status;
    this.code = code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The documented error code; empty when the answer had none. */
  public String code() {
    return code;
  }

  public boolean isNotFound() {
    return status == 404;
  }
}
