package io.coffer.vault.task;

import io.coffer.contracts.task.TaskEvent;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes workers at their word. */
@ApplicationScoped
class FinishTaskHandler implements Handler<TaskEvent, FinishTask.State> {

  private final OperationLogStore logs;
  private final VaultStore vaults;
  private final ResourceStore resources;

  FinishTaskHandler(OperationLogStore logs, VaultStore vaults, ResourceStore resources) {
    this.logs = logs;
    this.vaults = vaults;
    this.resources = resources;
  }

  @Override
  public Uni<FinishTask.State> load(TaskEvent event, Envelope envelope) {
    String project = envelope.project();
    return Loading.of(logs.state(project, event.taskId()))
        .then(task -> vaults.state(project, task.vaultId()))
        .then((task, vault) -> removal(project, task))
        .as(FinishTask.State::new);
  }

  @Override
  public Decision decide(FinishTask.State state, TaskEvent event, Envelope envelope) {
    return FinishTask.decide(state, event);
  }

  /** A word on a task that nobody here ordered changes nothing. */
  @Override
  public Decision absent(TaskEvent event) {
    return Decision.nothing();
  }

  /** The removal that waits for this deletion: that of the resource the backup is of. */
  private Uni<OperationState> removal(String project, OperationState task) {
    return task.operationType() != OperationType.delete
        ? Uni.createFrom().nullItem()
        : resources
            .removalOf(project, task.vaultId(), task.resourceId())
            .onItem()
            .ifNotNull()
            .transformToUni(id -> logs.state(project, id));
  }
}
