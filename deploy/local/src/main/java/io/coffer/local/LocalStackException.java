package io.coffer.local;

/** Something of the stack on this machine could not be started, stopped or reached. */
public final class LocalStackException extends RuntimeException {

  public LocalStackException(String message) {
    super(message);
  }

  public LocalStackException(String message, Throwable cause) {
    super(message, cause);
  }
}
