package io.coffer.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
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
   * @param copies the snapshots that a migration wrote; never null, and absent on the wire when
   *     empty
   */
  @WireName("coffer.task.succeeded.v1")
  record TaskSucceeded(
      UUID taskId,
      String snapshotId,
      long sizeBytes,
      long storedBytes,
      long freedBytes,
      Instant endedAt,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BackupCopy> copies)
      implements TaskEvent {

    public TaskSucceeded {
      copies = copies == null ? List.of() : List.copyOf(copies);
    }
  }

  /** A backup and the snapshot that a copy of it is in. */
  record BackupCopy(UUID backupId, String snapshotId) {}

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
