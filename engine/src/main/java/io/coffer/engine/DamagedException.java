package io.coffer.engine;

/** Something stored is missing or is not what was written; the message names it. */
public class DamagedException extends EngineException {
  public DamagedException(String message) {
    super(message);
  }

  public DamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
