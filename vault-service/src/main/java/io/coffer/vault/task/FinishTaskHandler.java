package io.coffer.vault.task;

import io.coffer.contracts.task.TaskEvent;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.resource.ResourceRow;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes workers at their word. */
@ApplicationScoped
public class FinishTaskHandler implements Handler<TaskEvent> {

  private final OperationLogStore logs;
  private final VaultStore vaults;
  private final ResourceStore resources;

  FinishTaskHandler(OperationLogStore logs, VaultStore vaults, ResourceStore resources) {
    this.logs = logs;
    this.vaults = vaults;
    this.resources = resources;
  }

  @Override
  public Uni<Decision> decide(TaskEvent event, Envelope envelope) {
    return logs.findById(event.taskId())
        .chain(
            task ->
                task == null || task.status.isOver() || !task.projectId.equals(envelope.project())
                    ? Uni.createFrom().item(Decision.nothing())
                    : state(task).map(state -> FinishTask.decide(state, event)));
  }

  private Uni<FinishTask.State> state(OperationLogRow task) {
    return vaults
        .one(task.vaultId)
        .chain(vault -> removal(task).map(removal -> state(task, vault.state(), removal)));
  }

  private static FinishTask.State state(
      OperationLogRow task, VaultState vault, OperationLogRow removal) {
    return new FinishTask.State(task, vault, removal);
  }

  /** The removal that waits for this deletion: that of the resource the backup is of. */
  private Uni<OperationLogRow> removal(OperationLogRow task) {
    return task.operationType != OperationType.delete
        ? Uni.createFrom().nullItem()
        : resources.one(task.projectId, task.resourceId).chain(row -> removal(task, row));
  }

  private Uni<OperationLogRow> removal(OperationLogRow task, ResourceRow row) {
    return row == null || row.removalId == null || !row.vaultId.equals(task.vaultId)
        ? Uni.createFrom().nullItem()
        : logs.findById(row.removalId);
  }
}
