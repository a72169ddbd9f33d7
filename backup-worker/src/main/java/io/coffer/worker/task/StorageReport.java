package io.coffer.worker.task;

import io.coffer.worker.job.TaskKind;
import java.util.OptionalLong;

/**
 * Says what the end of a task reports as stored and freed, so that the sum of all reports is what
 * the repository costs once its vault is at rest: bytes that a killed attempt left are reported by
 * the next one, and nothing is reported twice.
 *
 * @param reported the sum of all reports so far
 * @param measured what the repository costs now; empty when it could not be measured
 * @param alone whether no other task ran in the vault, so that the difference is this task's
 */
record StorageReport(long reported, OptionalLong measured, boolean alone) {

  /** What a task reports, and the sum of all reports after it. */
  record Change(long stored, long freed, long reported) {}

  /**
   * @param ownBytes what the task itself knows to have stored
   */
  Change settle(TaskKind kind, boolean success, long ownBytes) {
    return switch (kind) {
      case BACKUP, MIGRATION -> stored(ownBytes);
      case DELETE -> success ? freed() : nothing();
      case VAULT_DELETE -> success ? new Change(0, reported, 0) : nothing();
      case RESTORE -> nothing();
    };
  }

  private Change stored(long ownBytes) {
    long stored = alone && measured.isPresent() ? measured.getAsLong() - reported : ownBytes;
    return new Change(Math.max(0, stored), 0, reported + Math.max(0, stored));
  }

  private Change freed() {
    long freed = Math.max(0, reported - measured.orElse(reported));
    return new Change(0, freed, reported - freed);
  }

  private Change nothing() {
    return new Change(0, 0, reported);
  }
}
