package io.coffer.worker.task;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.task.TaskEvent;
import io.coffer.worker.job.JobResult;
import java.time.Instant;
import java.util.UUID;

/** How a task ended. */
sealed interface TaskResult {

  boolean isSuccess();

  /** What the task itself knows to have stored. */
  long storedBytes();

  /** The snapshot that it left; null for none. */
  String snapshotId();

  /** The last thing that is said of the task. */
  TaskEvent event(UUID taskId, StorageReport.Change report, Instant endedAt);

  /** It is done. */
  record Success(JobResult result) implements TaskResult {

    @Override
    public boolean isSuccess() {
      return true;
    }

    @Override
    public long storedBytes() {
      return result.storedBytes();
    }

    @Override
    public String snapshotId() {
      return result.snapshotId();
    }

    @Override
    public TaskEvent event(UUID taskId, StorageReport.Change report, Instant endedAt) {
      return new TaskEvent.TaskSucceeded(
          taskId,
          result.snapshotId(),
          result.sizeBytes(),
          report.stored(),
          report.freed(),
          endedAt,
          result.copies());
    }
  }

  /** It is not done and never will be. */
  record Failure(CbrError error, String message, boolean timedOut, long storedBytes)
      implements TaskResult {

    @Override
    public boolean isSuccess() {
      return false;
    }

    @Override
    public String snapshotId() {
      return null;
    }

    @Override
    public TaskEvent event(UUID taskId, StorageReport.Change report, Instant endedAt) {
      return new TaskEvent.TaskFailed(
          taskId, error.code(), message, timedOut, report.stored(), endedAt);
    }
  }
}
