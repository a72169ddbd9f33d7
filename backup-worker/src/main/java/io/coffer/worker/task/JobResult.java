package io.coffer.worker.task;

/**
 * What a job achieved.
 *
 * @param snapshotId the snapshot that a backup wrote; null for other work
 * @param sizeBytes the length of all volumes read or written
 * @param storedBytes what this attempt wrote to the repository
 */
public record JobResult(String snapshotId, long sizeBytes, long storedBytes) {

  /** Done, without a snapshot and without anything stored. */
  public static JobResult of(long sizeBytes) {
    return new JobResult(null, sizeBytes, 0);
  }
}
