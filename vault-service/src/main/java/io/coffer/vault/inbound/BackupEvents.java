package io.coffer.vault.inbound;

import io.coffer.contracts.vault.BackupEvent;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionFailed;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionStarted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.BackupRenamed;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.OperationStarted;
import io.coffer.contracts.vault.BackupEvent.PlannedBackup;
import io.coffer.contracts.vault.BackupEvent.RestoreCompleted;
import io.coffer.contracts.vault.BackupEvent.RestoreFailed;
import io.coffer.contracts.vault.BackupEvent.RestoreStarted;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.vault.backup.BackupRow;
import io.coffer.vault.backup.BackupStore;
import io.coffer.vault.backup.PlannedRows;
import io.coffer.vault.checkpoint.CheckpointStore;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultRow;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Applies what happens to restore points, to the backups in them and to the tasks on them. */
@ApplicationScoped
class BackupEvents implements NounFold {

  private final VaultStore vaults;
  private final ResourceStore resources;
  private final CheckpointStore checkpoints;
  private final BackupStore backups;
  private final OperationLogStore logs;

  BackupEvents(
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
    table.on(CheckpointCreated.class, this::created);
    table.on(
        OperationStarted.class,
        (event, envelope) -> logs.started(event.operationId(), event.startedAt()));
    table.on(BackupCompleted.class, this::completed);
    table.on(BackupFailed.class, this::failed);
    table.on(BackupRenamed.class, (event, envelope) -> backups.renamed(event, envelope.project()));
    table.on(BackupDeletionStarted.class, this::deletionStarted);
    table.on(BackupDeleted.class, this::deleted);
    table.on(BackupDeletionFailed.class, this::deletionFailed);
    table.on(RestoreStarted.class, this::restoreStarted);
    table.on(RestoreCompleted.class, this::restored);
    table.on(RestoreFailed.class, this::restoreFailed);
  }

  private Uni<Void> created(CheckpointCreated event, Envelope envelope) {
    List<String> ids = event.backups().stream().map(PlannedBackup::resourceId).toList();
    return resources
        .protecting(event, envelope.project(), ids)
        .chain(() -> vaults.counted(event.vaultId(), ids.size(), 0))
        .chain(
            vault ->
                checkpoints
                    .created(event, envelope.project())
                    .chain(() -> backups.persist(PlannedRows.of(event, vault)))
                    .chain(
                        () ->
                            Sequence.each(
                                event.backups(),
                                planned ->
                                    logs.open(log(event, planned, vault), event.createdAt()))));
  }

  private static OperationLogRow log(
      CheckpointCreated event, PlannedBackup planned, VaultRow vault) {
    OperationLogRow log = Logs.of(vault, OperationType.backup);
    log.id = planned.taskId();
    log.checkpointId = event.checkpointId();
    log.backupId = planned.backupId();
    log.backupName = planned.name();
    log.resourceId = planned.resourceId();
    log.resourceType = planned.resourceType();
    log.resourceName = planned.resourceName();
    log.requestId = event.requestId();
    return log;
  }

  private Uni<Void> completed(BackupCompleted event, Envelope envelope) {
    return backups
        .completed(event, envelope.project())
        .chain(() -> ended(event, event.backupId(), true, event.completedAt()))
        .chain(
            () ->
                resources.backedUp(
                    event, envelope.project(), event.resourceId(), 1, event.storedBytes()))
        .chain(() -> vaults.counted(event.vaultId(), 0, event.storedBytes()))
        .chain(() -> logs.succeeded(event.taskId(), event.completedAt()))
        .invoke(
            log -> {
              log.sizeBytes = event.sizeBytes();
              log.storedBytes = event.storedBytes();
            })
        .replaceWithVoid();
  }

  private Uni<Void> failed(BackupFailed event, Envelope envelope) {
    return backups
        .happened(envelope.project(), event.backupId(), event, event.failedAt())
        .invoke(family -> family.get(0).storedBytes = event.storedBytes())
        .chain(() -> ended(event, event.backupId(), false, event.failedAt()))
        .chain(
            () ->
                resources.backedUp(
                    event, envelope.project(), event.resourceId(), 0, event.storedBytes()))
        .chain(() -> vaults.counted(event.vaultId(), 0, event.storedBytes()))
        .chain(
            () ->
                logs.failed(
                    event.taskId(),
                    event.timedOut(),
                    event.code(),
                    event.message(),
                    event.failedAt()));
  }

  private Uni<Void> ended(BackupEvent event, UUID backupId, boolean good, Instant at) {
    return backups
        .findById(backupId)
        .chain(backup -> checkpoints.backupEnded(backup.checkpointId, good, at));
  }

  private Uni<Void> deletionStarted(BackupDeletionStarted event, Envelope envelope) {
    return backups
        .happened(envelope.project(), event.backupId(), event, event.startedAt())
        .chain(
            family ->
                open(
                    family.get(0),
                    OperationType.delete,
                    event.operationId(),
                    event.requestId(),
                    event.startedAt()))
        .replaceWithVoid();
  }

  private Uni<Void> deleted(BackupDeleted event, Envelope envelope) {
    return backups
        .happened(envelope.project(), event.backupId(), event, event.deletedAt())
        .chain(family -> remove(family, event, envelope))
        .chain(() -> vaults.counted(event.vaultId(), -1, -event.freedBytes()))
        .chain(() -> logs.succeeded(event.operationId(), event.deletedAt()))
        .chain(log -> countRemoval(log, true));
  }

  private Uni<Void> remove(List<BackupRow> family, BackupDeleted event, Envelope envelope) {
    BackupRow backup = family.get(0);
    int good = backup.snapshotId == null ? 0 : 1;
    return checkpoints
        .backupDeleted(backup.checkpointId, event.deletedAt())
        .chain(
            () ->
                resources.backupDeleted(
                    envelope.project(),
                    event.vaultId(),
                    event.resourceId(),
                    good,
                    event.freedBytes()))
        .chain(() -> backups.remove(family));
  }

  private Uni<Void> deletionFailed(BackupDeletionFailed event, Envelope envelope) {
    return backups
        .happened(envelope.project(), event.backupId(), event, event.failedAt())
        .chain(
            () ->
                logs.failed(
                    event.operationId(),
                    event.timedOut(),
                    event.code(),
                    event.message(),
                    event.failedAt()))
        .chain(() -> logs.findById(event.operationId()))
        .chain(log -> countRemoval(log, false));
  }

  /** The removal of a resource waits for all deletions of its backups. */
  private Uni<Void> countRemoval(OperationLogRow deletion, boolean deleted) {
    return resources
        .one(deletion.projectId, deletion.resourceId)
        .chain(
            row ->
                row == null || !row.vaultId.equals(deletion.vaultId)
                    ? Uni.createFrom().voidItem()
                    : logs.counted(row.removalId, deleted));
  }

  private Uni<Void> restoreStarted(RestoreStarted event, Envelope envelope) {
    return backups
        .happened(envelope.project(), event.backupId(), event, event.startedAt())
        .chain(
            family ->
                open(
                    family.get(0),
                    OperationType.restore,
                    event.operationId(),
                    event.requestId(),
                    event.startedAt()))
        .invoke(
            log -> {
              log.targetResourceId = event.targetId();
              log.targetResourceName = event.targetName();
            })
        .chain(() -> resources.restoring(event, envelope.project(), event.targetId()));
  }

  private Uni<Void> restored(RestoreCompleted event, Envelope envelope) {
    return backups
        .happened(envelope.project(), event.backupId(), event, event.completedAt())
        .chain(() -> resources.restoring(event, envelope.project(), event.targetId()))
        .chain(() -> logs.succeeded(event.operationId(), event.completedAt()))
        .replaceWithVoid();
  }

  private Uni<Void> restoreFailed(RestoreFailed event, Envelope envelope) {
    return backups
        .happened(envelope.project(), event.backupId(), event, event.failedAt())
        .chain(() -> resources.restoring(event, envelope.project(), event.targetId()))
        .chain(
            () ->
                logs.failed(
                    event.operationId(),
                    event.timedOut(),
                    event.code(),
                    event.message(),
                    event.failedAt()));
  }

  private Uni<OperationLogRow> open(
      BackupRow backup, OperationType type, UUID id, String requestId, Instant at) {
    return vaults
        .one(backup.vaultId)
        .chain(
            vault -> {
              OperationLogRow log = Logs.of(vault, backup, type);
              log.id = id;
              log.requestId = requestId;
              return logs.open(log, at).replaceWith(log);
            });
  }
}
