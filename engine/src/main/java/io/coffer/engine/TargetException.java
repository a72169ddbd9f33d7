package io.coffer.engine;

/** What was to be restored into could not be read or written. */
public final class TargetException extends EngineException {
  public TargetException(String message, Throwable cause) {
    super(message, cause);
  }
}
