package io.coffer.worker.job;

import io.coffer.contracts.work.WorkCommand;
import io.coffer.messaging.envelope.Envelope;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A task that this worker has leased.
 *
 * @param epoch counts the leases; whoever holds an older one may write nothing any more
 * @param mishaps how often it ended for a reason that nobody foresaw
 * @param crashes how often its worker died with it
 * @param late whether it has taken longer than any task may, over all attempts
 * @param started when the first attempt began; empty before it was told to others
 * @param origin who ordered it: the command's id, caller and traces
 */
public record Task(
    UUID id,
    String project,
    UUID vaultId,
    TaskKind kind,
    WorkCommand command,
    long epoch,
    int mishaps,
    int crashes,
    boolean late,
    Optional<Instant> started,
    Origin origin) {

  /** What the effects of a task carry on from the command. */
  public record Origin(UUID commandId, String caller, String requestId, String traceparent) {}

  /** The envelope of something that this task says at a time. */
  public Envelope envelope(UUID messageId, String type, String source, Instant time) {
    return new Envelope(
        messageId,
        type,
        source,
        id.toString(),
        time,
        project,
        0,
        origin.commandId(),
        origin.caller(),
        origin.requestId(),
        origin.traceparent());
  }
}
