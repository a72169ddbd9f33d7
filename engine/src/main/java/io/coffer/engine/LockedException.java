package io.coffer.engine;

/** Another program holds a lock that excludes this work; the message tells who. */
public final class LockedException extends EngineException {
  public LockedException(String message) {
    super(message);
  }
}
