package io.coffer.messaging.milestone;

/** The moments between which a crash leaves a message half handled. */
public enum Milestone {
  /** The inbox holds the message, nothing is committed. */
  CLAIMED,
  /** Everything is committed, nothing has left for Kafka. */
  COMMITTED,
  /** A record is acknowledged by Kafka and still stands in the outbox. */
  SENT
}
