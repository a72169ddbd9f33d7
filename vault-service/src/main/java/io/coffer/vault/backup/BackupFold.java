package io.coffer.vault.backup;

import io.coffer.contracts.vault.BackupEvent.BackupDeletionFailed;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionStarted;
import io.coffer.contracts.vault.BackupEvent.BackupRenamed;
import io.coffer.contracts.vault.BackupEvent.ExpirationSet;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.vault.operationlog.DeleteOperation;
import io.coffer.vault.operationlog.ExpirationOperation;
import io.coffer.vault.operationlog.OperationDetails;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What becomes of backups that are there. */
@ApplicationScoped
class BackupFold implements NounFold {

  private final BackupStore backups;
  private final VaultStore vaults;
  private final ResourceStore resources;
  private final OperationLogStore logs;

  BackupFold(
      BackupStore backups, VaultStore vaults, ResourceStore resources, OperationLogStore logs) {
    this.backups = backups;
    this.vaults = vaults;
    this.resources = resources;
    this.logs = logs;
  }

  @Override
  public void enter(EventTable table) {
    table.inProject(BackupRenamed.class, backups::renamed);
    table.on(ExpirationSet.class, this::expiring);
    table.on(BackupDeletionStarted.class, this::deletionStarted);
    table.on(BackupDeletionFailed.class, this::deletionFailed);
  }

  /** No worker has to do with it: its task is over as it begins. */
  private Uni<Void> expiring(ExpirationSet event, Envelope envelope) {
    String project = envelope.project();
    OperationDetails details = new ExpirationOperation(event.backupIds().size(), event.day());
    return backups
        .expiring(event)
        .chain(() -> vaults.one(project, event.vaultId()))
        .chain(
            vault ->
                logs.open(
                    vault.operation(details),
                    event.operationId(),
                    event.requestId(),
                    event.setAt()))
        .chain(() -> logs.succeeded(project, event.operationId(), event.setAt()))
        .replaceWithVoid();
  }

  private Uni<Void> deletionStarted(BackupDeletionStarted event, Envelope envelope) {
    String project = envelope.project();
    return backups
        .happened(project, event.backupId(), event, event.startedAt())
        .chain(
            family ->
                vaults
                    .one(project, event.vaultId())
                    .map(vault -> family.get(0).operation(vault, DeleteOperation::new)))
        .chain(log -> logs.open(log, event.operationId(), event.requestId(), event.startedAt()));
  }

  /** A removal of its resource waits for all deletions of backups. */
  private Uni<Void> deletionFailed(BackupDeletionFailed event, Envelope envelope) {
    String project = envelope.project();
    return backups
        .happened(project, event.backupId(), event, event.failedAt())
        .chain(family -> resources.removalOf(project, event.vaultId(), family.get(0).resourceId))
        .chain(removalId -> logs.counted(project, removalId, false))
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
