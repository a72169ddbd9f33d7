package io.coffer.vault.operationlog;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** Bytes of a task: what there is to do, what is done, what the repository grew by. */
@JsonNaming(SnakeCaseStrategy.class)
record ProgressView(long totalBytes, long processedBytes, long storedBytes) {

  /** Null when nothing is known. */
  static ProgressView of(OperationLogRow row, TaskProgressRow progress) {
    if (progress == null || row.details.result() != null) {
      return row.details.result();
    }
    // The last report before the end may be a second old.
    long processed =
        row.status == OperationStatus.success ? progress.totalBytes : progress.processedBytes;
    return new ProgressView(progress.totalBytes, processed, progress.storedBytes);
  }

  /** 100 exactly when the task has succeeded. */
  static int percent(OperationLogRow row, TaskProgressRow progress) {
    if (row.status == OperationStatus.success) {
      return 100;
    }
    return row.details.percent().orElse(progress == null ? 0 : Math.min(99, progress.percent));
  }
}
