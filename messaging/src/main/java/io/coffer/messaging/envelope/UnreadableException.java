package io.coffer.messaging.envelope;

/** A record that is no message of ours. Its text says why and goes with the dead letter. */
public final class UnreadableException extends RuntimeException {

  public UnreadableException(String reason) {
    super(reason);
  }
}
