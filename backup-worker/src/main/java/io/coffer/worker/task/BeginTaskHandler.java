package io.coffer.worker.task;

import io.coffer.contracts.task.TaskEvent;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the world once that a task is under way. */
@ApplicationScoped
class BeginTaskHandler implements Handler<TaskBegun> {

  private final TaskStore tasks;

  BeginTaskHandler(TaskStore tasks) {
    this.tasks = tasks;
  }

  @Override
  public Uni<Decision> decide(TaskBegun begun, Envelope envelope) {
    return tasks.locked(begun.taskId()).map(row -> decide(row, begun));
  }

  static Decision decide(TaskRow row, TaskBegun begun) {
    if (row == null || !row.isHeldBy(begun.holder()) || row.startedAt != null) {
      return Decision.nothing();
    }
    row.startedAt = begun.startedAt();
    return Decision.accept(new TaskEvent.TaskStarted(begun.taskId(), begun.startedAt()));
  }
}
