package io.coffer.engine;

/** Anything the engine can fail with; the message is fit to be shown to an operator. */
public class EngineException extends RuntimeException {
  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
