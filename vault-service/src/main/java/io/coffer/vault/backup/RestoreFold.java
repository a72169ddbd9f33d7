package io.coffer.vault.backup;

import io.coffer.contracts.vault.BackupEvent.RestoreCompleted;
import io.coffer.contracts.vault.BackupEvent.RestoreFailed;
import io.coffer.contracts.vault.BackupEvent.RestoreStarted;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.operationlog.RestoreOperation;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultRow;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** How backups are written back. */
@ApplicationScoped
class RestoreFold implements NounFold {

  private final BackupStore backups;
  private final VaultStore vaults;
  private final ResourceStore resources;
  private final OperationLogStore logs;

  RestoreFold(
      BackupStore backups, VaultStore vaults, ResourceStore resources, OperationLogStore logs) {
    this.backups = backups;
    this.vaults = vaults;
    this.resources = resources;
    this.logs = logs;
  }

  @Override
  public void enter(EventTable table) {
    table.on(RestoreStarted.class, this::started);
    table.on(RestoreCompleted.class, this::completed);
    table.on(RestoreFailed.class, this::failed);
  }

  private Uni<Void> started(RestoreStarted event, Envelope envelope) {
    String project = envelope.project();
    return backups
        .happened(project, event.backupId(), event, event.startedAt())
        .chain(
            family ->
                vaults.one(project, event.vaultId()).map(vault -> log(event, family.get(0), vault)))
        .chain(log -> logs.open(log, event.operationId(), event.requestId(), event.startedAt()))
        .chain(() -> resources.restoring(event, project, event.targetId()));
  }

  private static OperationLogRow log(RestoreStarted event, BackupRow backup, VaultRow vault) {
    OperationLogRow log =
        backup.operation(
            vault,
            (id, name) -> new RestoreOperation(id, name, event.targetId(), event.targetName()));
    log.targetResourceId = event.targetId();
    return log;
  }

  private Uni<Void> completed(RestoreCompleted event, Envelope envelope) {
    String project = envelope.project();
    return backups
        .happened(project, event.backupId(), event, event.completedAt())
        .chain(() -> resources.restoring(event, project, event.targetId()))
        .chain(() -> logs.succeeded(project, event.operationId(), event.completedAt()))
        .replaceWithVoid();
  }

  private Uni<Void> failed(RestoreFailed event, Envelope envelope) {
    String project = envelope.project();
    return backups
        .happened(project, event.backupId(), event, event.failedAt())
        .chain(() -> resources.restoring(event, project, event.targetId()))
        .chain(
            () ->
                logs.failed(
                    project,
                    event.operationId(),
                    event.timedOut(),
                    event.code(),
                    event.message(),
                    event.failedAt()));
  }
}
