package io.coffer.contracts.task;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.UUID;

/**
 * What a worker says of a task. After {@link TaskSucceeded} or {@link TaskFailed} it says no more.
 */
public sealed interface TaskEvent extends Event {

  /** The task. */
  UUID taskId();

  /** A worker has begun for the first time. */
  @WireName("coffer.task.started.v1")
  record TaskStarted(UUID taskId, Instant startedAt) implements TaskEvent {}

  /**
   * The work is done.
   *
   * @param snapshotId the snapshot that a backup wrote; null for other work
   * @param sizeBytes the length of all volumes read or written
   * @param storedBytes what the repository grew by
   * @param freedBytes what the repository shrank by
   */
  @WireName("coffer.task.succeeded.v1")
  record TaskSucceeded(
      UUID taskId,
      String snapshotId,
      long sizeBytes,
      long storedBytes,
      long freedBytes,
      Instant endedAt)
      implements TaskEvent {}

  /**
   * The work ended without a result.
   *
   * @param code a documented code
   * @param message names the volume or the file, never a secret
   * @param timedOut whether the time ran out
   * @param storedBytes what the repository grew by all the same
   */
  @WireName("coffer.task.failed.v1")
  record TaskFailed(
      UUID taskId, String code, String message, boolean timedOut, long storedBytes, Instant endedAt)
      implements TaskEvent {}
}
