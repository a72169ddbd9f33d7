package io.coffer.worker.task;

import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Ends a task: its row, the accounts of its vault and its last event in one transaction. */
@ApplicationScoped
class EndTaskHandler implements Handler<TaskEnded> {

  private static final Logger LOG = Logger.getLogger(EndTaskHandler.class);

  private final TaskStore tasks;

  EndTaskHandler(TaskStore tasks) {
    this.tasks = tasks;
  }

  @Override
  public Uni<Decision> decide(TaskEnded ended, Envelope envelope) {
    return tasks
        .locked(ended.taskId())
        .chain(
            row -> {
              if (row == null || !row.isHeldBy(ended.holder())) {
                LOG.warnf("task %s ended in a lease that is over: ignored", ended.taskId());
                return Uni.createFrom().item(Decision.nothing());
              }
              return tasks
                  .reported(row.vaultId, row.id)
                  .map(found -> accounts(found, ended))
                  .chain(accounts -> end(row, accounts, ended));
            });
  }

  private Uni<Decision> end(TaskRow row, Accounts accounts, TaskEnded ended) {
    TaskKind kind = TaskKind.valueOf(row.kind);
    Verdict verdict = ended.verdict();
    Accounts.Report report = accounts.settle(kind, verdict.isSuccess(), verdict.storedBytes());
    row.state = TaskRow.DONE;
    row.endedAt = ended.endedAt();
    row.snapshotId = verdict.snapshotId();
    return tasks
        .report(row.vaultId, report.reported())
        .replaceWith(Decision.accept(verdict.event(ended.taskId(), report, ended.endedAt())));
  }

  private static Accounts accounts(Object[] found, TaskEnded ended) {
    return new Accounts(((Number) found[0]).longValue(), ended.measured(), (Boolean) found[1]);
  }
}
