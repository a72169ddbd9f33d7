package io.coffer.worker.source;

import io.coffer.contracts.CbrError;

/** A resource cannot be read or written; the message names it. */
public final class ResourceException extends RuntimeException {

  private final CbrError error;

  public ResourceException(CbrError error, String message) {
    this(error, message, null);
  }

  public ResourceException(CbrError error, String message, Throwable cause) {
    super(message, cause);
    this.error = error;
  }

  /** The documented error. */
  public CbrError error() {
    return error;
  }
}
