package io.coffer.messaging.envelope;

import java.util.Optional;

/** A record that is no message of ours. Its text says why and goes with the dead letter. */
public final class UnreadableException extends RuntimeException {

  private final transient Received incomplete;

  public UnreadableException(String reason) {
    this(reason, null);
  }

  UnreadableException(String reason, Received incomplete) {
    super(reason);
    this.incomplete = incomplete;
  }

  /** The message as far as it could be read, so that whoever waits for it can be told. */
  public Optional<Received> incomplete() {
    return Optional.ofNullable(incomplete);
  }
}
