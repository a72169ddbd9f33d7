package io.coffer.worker.task;

import io.coffer.worker.job.Task;
import io.coffer.worker.plumbing.DatabaseAwayException;
import java.util.Optional;

/** Tells how far one running task is: at once, and then whenever it is asked to and knows more. */
final class ProgressReport {

  private final Task task;
  private final TaskTable tasks;
  private final TaskReporter reporter;
  private volatile Progress latest = new Progress(0, 0, 0, 0);
  private Progress told;
  private int number;

  ProgressReport(Task task, TaskTable tasks, TaskReporter reporter) {
    this.task = task;
    this.tasks = tasks;
    this.reporter = reporter;
  }

  void update(long totalBytes, long processedBytes, long storedBytes) {
    latest = Progress.of(totalBytes, processedBytes, storedBytes);
  }

  /** What this attempt stored so far. */
  long storedBytes() {
    return latest.storedBytes();
  }

  /**
   * Tells it if there is news. It is kept before it is told, so that no later attempt falls back.
   */
  synchronized void tell() {
    Progress now = latest;
    if (now.equals(told)) {
      return;
    }
    try {
      Optional<Progress> raised = tasks.raise(task, now);
      raised.ifPresent(progress -> reporter.progress(task, progress, number++));
      told = now;
    } catch (DatabaseAwayException e) {
      return; // the next second tries again
    }
  }
}
