package io.coffer.worker.inbound;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.work.WorkCommand;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.worker.task.TaskStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes a durable task of an order, of whatever kind. Nothing is decided: it is queued or there.
 */
@ApplicationScoped
class QueueTaskHandler implements Handler<WorkCommand, Void> {

  private final TaskStore tasks;

  QueueTaskHandler(TaskStore tasks) {
    this.tasks = tasks;
  }

  @Override
  public Uni<Void> load(WorkCommand command, Envelope envelope) {
    return tasks.add(command, envelope);
  }

  @Override
  public Decision decide(Void state, WorkCommand command, Envelope envelope) {
    return Decision.nothing();
  }

  @Override
  public Decision absent(WorkCommand command) {
    return Decision.nothing();
  }

  /** An order that cannot be kept is a failed task, so that nobody waits for it. */
  @Override
  public Decision abandon(WorkCommand command, Envelope envelope) {
    if (command.taskId() == null) {
      return Decision.nothing();
    }
    return Decision.accept(
        new TaskEvent.TaskFailed(
            command.taskId(),
            CbrError.UNKNOWN_ERROR.code(),
            "The order of this task could not be understood.",
            false,
            0,
            envelope.time()));
  }
}
