package io.coffer.worker.delivery;

import io.coffer.messaging.envelope.Envelope;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that this worker has leased.
 *
 * @param attempts how many there were, this one included
 * @param epoch counts the leases; whoever holds an older one may say nothing any more
 * @param giveUpAt when no other attempt is made
 */
public record Delivery(
    UUID id,
    String project,
    UUID subscriptionId,
    UUID noticeId,
    String kind,
    String target,
    String subject,
    String body,
    int attempts,
    long epoch,
    Instant giveUpAt,
    Origin origin) {

  /** Who ordered it. */
  record Origin(UUID commandId, String caller, String requestId, String traceparent) {}

  /** The envelope of what this delivery says at a time. */
  Envelope envelope(UUID messageId, Instant time) {
    return new Envelope(
        messageId,
        "coffer.worker.delivery-ended.v1",
        "backup-worker",
        subscriptionId.toString(),
        time,
        project,
        0,
        origin.commandId(),
        origin.caller(),
        origin.requestId(),
        origin.traceparent());
  }
}
