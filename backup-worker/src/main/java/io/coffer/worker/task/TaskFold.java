package io.coffer.worker.task;

import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskStarted;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * What the table of tasks makes of what is said of them: a task that has ended, in one transaction
 * with its last word and with the sum of what its vault was ever reported to store.
 */
@ApplicationScoped
public class TaskFold {

  private final TaskStore tasks;

  TaskFold(TaskStore tasks) {
    this.tasks = tasks;
  }

  /** A word on a task that is not here, as its order could not be understood, changes nothing. */
  public Uni<Void> apply(TaskEvent event) {
    return tasks
        .findById(event.taskId())
        .onItem()
        .ifNotNull()
        .transformToUni(row -> apply(event, row));
  }

  private Uni<Void> apply(TaskEvent event, TaskRow row) {
    if (event instanceof TaskSucceeded good) {
      row.snapshotId = good.snapshotId();
      return ended(row, good.endedAt(), good.storedBytes() - good.freedBytes());
    }
    if (event instanceof TaskFailed bad) {
      return ended(row, bad.endedAt(), bad.storedBytes());
    }
    row.startedAt = ((TaskStarted) event).startedAt();
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> ended(TaskRow row, Instant at, long bytes) {
    row.state = TaskRow.DONE;
    row.endedAt = at;
    return tasks.report(row.vaultId, bytes);
  }
}
