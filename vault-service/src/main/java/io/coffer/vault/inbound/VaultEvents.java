package io.coffer.vault.inbound;

import io.coffer.contracts.vault.VaultEvent.ResourceRemovalFailed;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalStarted;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionFailed;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionStarted;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.vault.backup.BackupStore;
import io.coffer.vault.checkpoint.CheckpointStore;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Applies what happens to vaults and to the resources in them. */
@ApplicationScoped
class VaultEvents implements NounFold {

  private final VaultStore vaults;
  private final ResourceStore resources;
  private final CheckpointStore checkpoints;
  private final BackupStore backups;
  private final OperationLogStore logs;

  VaultEvents(
      VaultStore vaults,
      ResourceStore resources,
      CheckpointStore checkpoints,
      BackupStore backups,
      OperationLogStore logs) {
    this.vaults = vaults;
    this.resources = resources;
    this.checkpoints = checkpoints;
    this.backups = backups;
    this.logs = logs;
  }

  @Override
  public void enter(EventTable table) {
    table.on(VaultCreated.class, (event, envelope) -> vaults.created(event, envelope.project()));
    table.on(VaultUpdated.class, (event, envelope) -> vaults.updated(event));
    table.on(VaultDeletionStarted.class, this::deletionStarted);
    table.on(VaultDeleted.class, this::deleted);
    table.on(VaultDeletionFailed.class, this::deletionFailed);
    table.on(ResourcesAdded.class, (event, envelope) -> resources.added(event, envelope.project()));
    table.on(ResourceRemovalStarted.class, this::removalStarted);
    table.on(ResourcesRemoved.class, this::removed);
    table.on(ResourceRemovalFailed.class, this::removalFailed);
  }

  private Uni<Void> deletionStarted(VaultDeletionStarted event, Envelope envelope) {
    return vaults
        .deletionStarted(event)
        .chain(
            vault -> {
              OperationLogRow log = Logs.of(vault, OperationType.vault_delete);
              log.id = event.operationId();
              log.totalCount = event.backups();
              log.requestId = event.requestId();
              return logs.open(log, event.startedAt());
            });
  }

  private Uni<Void> deleted(VaultDeleted event, Envelope envelope) {
    return backups
        .removeOf(event.vaultId())
        .chain(() -> checkpoints.removeOf(event.vaultId()))
        .chain(() -> resources.removeOf(event.vaultId()))
        .chain(() -> vaults.deleted(event))
        .chain(() -> logs.succeeded(event.operationId(), event.deletedAt()))
        .replaceWithVoid();
  }

  private Uni<Void> deletionFailed(VaultDeletionFailed event, Envelope envelope) {
    return vaults
        .deletionFailed(event)
        .chain(
            () ->
                logs.failed(
                    event.operationId(),
                    event.timedOut(),
                    event.code(),
                    event.message(),
                    event.failedAt()));
  }

  private Uni<Void> removalStarted(ResourceRemovalStarted event, Envelope envelope) {
    return resources
        .removalStarted(event, envelope.project())
        .chain(() -> vaults.one(event.vaultId()))
        .chain(
            vault -> {
              OperationLogRow log = Logs.of(vault, OperationType.remove_resource);
              log.id = event.operationId();
              log.resources = event.resourceIds();
              log.totalCount = event.backups();
              log.requestId = event.requestId();
              return logs.open(log, event.startedAt());
            })
        .chain(() -> logs.started(event.operationId(), event.startedAt()));
  }

  private Uni<Void> removed(ResourcesRemoved event, Envelope envelope) {
    return resources
        .removed(event, envelope.project())
        .chain(() -> logs.succeeded(event.operationId(), event.removedAt()))
        .replaceWithVoid();
  }

  private Uni<Void> removalFailed(ResourceRemovalFailed event, Envelope envelope) {
    return resources
        .removalFailed(event, envelope.project())
        .chain(
            () ->
                logs.failed(
                    event.operationId(), false, event.code(), event.message(), event.failedAt()));
  }
}
