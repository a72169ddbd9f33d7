package io.coffer.engine;

/** The place where the repository lies has no room left; nothing half-written was left behind. */
public final class StoreFullException extends StoreException {
  public StoreFullException(String message, Throwable cause) {
    super(message, cause);
  }
}
