package io.coffer.engine;

/**
 * The lock of this process is gone, or so old that others take it for dead: nothing more may be
 * written under it. The message tells what happened.
 */
public final class LockLostException extends EngineException {
  public LockLostException(String message) {
    super(message);
  }
}
