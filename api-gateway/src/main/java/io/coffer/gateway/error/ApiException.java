package io.coffer.gateway.error;

import io.coffer.contracts.CbrError;

/**
 * A refusal on its way to the client. Carries no stack trace: it is an answer, not a mishap.
 *
 * <p>The message goes out as {@code error_msg}, so it names the field and never holds a secret.
 */
public final class ApiException extends RuntimeException {

  private static final int RETRY_SECONDS = 2;

  private final int status;
  private final String code;
  private final int retryAfterSeconds;

  private ApiException(int status, String code, String message, int retryAfterSeconds) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The documented error with a sentence about this case. */
  public static ApiException of(CbrError error, String message) {
    return of(error.status(), error.code(), message);
  }

  /** An error whose pair of code and status stands with another status in the error table. */
  public static ApiException of(int status, String code, String message) {
    boolean mayRetry = status == 503 || status == 429;
    return new ApiException(status, code, message, mayRetry ? RETRY_SECONDS : 0);
  }

  /** 400 BackupService.9900. The message starts with the name of the field. */
  public static ApiException invalid(String message) {
    return of(CbrError.INVALID_PARAMETER, message);
  }

  /** 404 for a route or a method that does not exist. */
  public static ApiException noSuchApi() {
    return of(
        CbrError.API_NOT_FOUND,
        "The API does not exist or has not been published in the environment.");
  }

  /** 429 with Retry-After: there is too much to do at once. */
  public static ApiException throttled() {
    return of(CbrError.THROTTLED, "The throttling threshold has been reached.");
  }

  /** 503 with Retry-After: a part that the answer needs is not there. */
  public static ApiException unavailable() {
    return of(CbrError.BACKEND_UNAVAILABLE, "Backend unavailable.");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** Seconds for the Retry-After header; 0 for none. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
