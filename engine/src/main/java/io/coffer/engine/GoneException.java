package io.coffer.engine;

/**
 * A stored file is not there. To whoever found its name in a listing that means that it was removed
 * since; to whoever needs it, that it is lost.
 */
public final class GoneException extends DamagedException {
  public GoneException(String message, Throwable cause) {
    super(message, cause);
  }
}
