package io.coffer.worker.job;

import io.coffer.contracts.task.TaskEvent.BackupCopy;
import java.util.List;

/**
 * What a job achieved.
 *
 * @param snapshotId the snapshot that a backup wrote; null for other work
 * @param sizeBytes the length of all volumes read or written
 * @param storedBytes what this attempt wrote to the repository
 * @param copies the snapshots that a migration wrote; empty for other work
 */
public record JobResult(
    String snapshotId, long sizeBytes, long storedBytes, List<BackupCopy> copies) {

  public JobResult(String snapshotId, long sizeBytes, long storedBytes) {
    this(snapshotId, sizeBytes, storedBytes, List.of());
  }

  /** Done, without a snapshot and without anything stored. */
  public static JobResult of(long sizeBytes) {
    return new JobResult(null, sizeBytes, 0);
  }
}
