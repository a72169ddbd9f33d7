package io.coffer.messaging.outbox;

/**
 * An encoded message above {@link Outgoing#MAX_BYTES}. The transaction that made it must not
 * commit.
 */
public final class MessageTooLargeException extends RuntimeException {

  MessageTooLargeException(int bytes) {
    super(
        "an encoded message has "
            + bytes
            + " bytes, at most "
            + Outgoing.MAX_BYTES
            + " are allowed");
  }
}
