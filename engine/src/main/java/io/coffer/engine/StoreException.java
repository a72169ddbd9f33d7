package io.coffer.engine;

/** The place where the repository lies could not be read or written. */
public class StoreException extends EngineException {
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
