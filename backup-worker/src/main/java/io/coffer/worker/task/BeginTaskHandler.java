package io.coffer.worker.task;

import io.coffer.contracts.task.TaskEvent;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the world once that a task is under way. */
@ApplicationScoped
class BeginTaskHandler implements Handler<TaskBegun, TaskState> {

  private final TaskStore tasks;

  BeginTaskHandler(TaskStore tasks) {
    this.tasks = tasks;
  }

  @Override
  public Uni<TaskState> load(TaskBegun begun, Envelope envelope) {
    return tasks.heldBy(begun.holder(), begun.taskId());
  }

  @Override
  public Decision decide(TaskState task, TaskBegun begun, Envelope envelope) {
    return task.begun()
        ? Decision.nothing()
        : Decision.accept(new TaskEvent.TaskStarted(task.id(), begun.startedAt()));
  }

  /** Its holder has lost it. */
  @Override
  public Decision absent(TaskBegun begun) {
    return Decision.nothing();
  }
}
