package io.coffer.worker.task;

import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Ends a task: what it has cost its vault, and its last event. */
@ApplicationScoped
class EndTaskHandler implements Handler<TaskEnded, EndTaskHandler.State> {

  private static final Logger LOG = Logger.getLogger(EndTaskHandler.class);

  private final TaskStore tasks;

  EndTaskHandler(TaskStore tasks) {
    this.tasks = tasks;
  }

  /** The task, and the accounts of its vault before it ended. */
  record State(TaskState task, StorageReport accounts) {}

  @Override
  public Uni<State> load(TaskEnded ended, Envelope envelope) {
    return Loading.of(tasks.heldBy(ended.holder(), ended.taskId()))
        .then(task -> tasks.accounts(task, ended.measured()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, TaskEnded ended, Envelope envelope) {
    TaskResult result = ended.result();
    StorageReport.Change report =
        state.accounts().settle(state.task().kind(), result.isSuccess(), result.storedBytes());
    return Decision.accept(result.event(ended.taskId(), report, ended.endedAt()));
  }

  @Override
  public Decision absent(TaskEnded ended) {
    LOG.warnf("ignored, for it ended in a lease that is over task=%s", ended.taskId());
    return Decision.nothing();
  }
}
