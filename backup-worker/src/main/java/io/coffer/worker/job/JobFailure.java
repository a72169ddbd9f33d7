package io.coffer.worker.job;

import io.coffer.contracts.CbrError;

/** A task cannot succeed, for a reason that the user is told. */
public final class JobFailure extends RuntimeException {

  private final CbrError error;

  /**
   * @param message a sentence that names the volume or the file, never a secret
   */
  public JobFailure(CbrError error, String message) {
    this(error, message, null);
  }

  /**
   * @param message a sentence that names the volume or the file, never a secret
   */
  public JobFailure(CbrError error, String message, Throwable cause) {
    super(message, cause);
    this.error = error;
  }

  /** The documented error. */
  public CbrError error() {
    return error;
  }
}
