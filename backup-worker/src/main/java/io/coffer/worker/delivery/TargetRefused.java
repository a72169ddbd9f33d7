package io.coffer.worker.delivery;

/** An address that nothing is sent to. The message says why, and names no address. */
public final class TargetRefused extends RuntimeException {

  public TargetRefused(String message) {
    super(message);
  }
}
