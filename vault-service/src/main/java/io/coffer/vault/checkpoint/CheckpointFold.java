package io.coffer.vault.checkpoint;

import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.BackupsSkipped;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.PlannedBackup;
import io.coffer.contracts.vault.BackupEvent.SkippedBackup;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.vault.backup.BackupRow;
import io.coffer.vault.backup.BackupStore;
import io.coffer.vault.backup.PlannedRows;
import io.coffer.vault.operationlog.BackupOperation;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultRow;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How restore points come and go: with the backups in them. */
@ApplicationScoped
class CheckpointFold implements NounFold {

  private final VaultStore vaults;
  private final ResourceStore resources;
  private final CheckpointStore checkpoints;
  private final BackupStore backups;
  private final OperationLogStore logs;

  CheckpointFold(
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
    table.on(BackupsSkipped.class, this::skipped);
    table.on(BackupCompleted.class, this::completed);
    table.on(BackupFailed.class, this::failed);
    table.on(BackupDeleted.class, this::deleted);
  }

  private Uni<Void> created(CheckpointCreated event, Envelope envelope) {
    String project = envelope.project();
    List<String> ids = event.backups().stream().map(PlannedBackup::resourceId).toList();
    return resources
        .protecting(event, project, ids)
        .chain(() -> checkpoints.created(event, project))
        .chain(() -> vaults.counted(project, event.vaultId(), ids.size(), 0))
        .chain(
            vault ->
                backups
                    .persist(PlannedRows.of(event, vault))
                    .chain(() -> Sequence.each(event.backups(), one -> open(event, one, vault))));
  }

  private Uni<Void> open(CheckpointCreated event, PlannedBackup planned, VaultRow vault) {
    OperationLogRow log =
        vault.operation(new BackupOperation(planned.backupId(), planned.name(), event.policyId()));
    log.checkpointId = event.checkpointId();
    log.resourceId = planned.resourceId();
    log.resourceType = planned.resourceType();
    log.resourceName = planned.resourceName();
    return logs.open(log, planned.taskId(), event.requestId(), event.createdAt());
  }

  /** The vault may be gone by now: then its tasks are all that is left of it. */
  private Uni<Void> skipped(BackupsSkipped event, Envelope envelope) {
    return vaults
        .of(envelope.project(), event.vaultId())
        .chain(
            vault -> Sequence.each(event.backups(), one -> skipped(event, one, vault, envelope)));
  }

  private Uni<Void> skipped(
      BackupsSkipped event, SkippedBackup one, VaultRow vault, Envelope envelope) {
    BackupOperation details = new BackupOperation(null, null, event.policyId());
    Uni<OperationLogRow> opened =
        vault == null
            ? logs.inGoneVault(envelope.project(), event.vaultId(), details)
            : Uni.createFrom().item(vault.operation(details));
    return opened.chain(
        log -> {
          log.checkpointId = event.checkpointId();
          log.resourceId = one.resource().id();
          log.resourceType = one.resource().type();
          log.resourceName = one.resource().name();
          log.errorCode = one.resource().code();
          log.errorMessage = one.resource().reason();
          return logs.skipped(log, one.taskId(), event.skippedAt());
        });
  }

  private Uni<Void> completed(BackupCompleted event, Envelope envelope) {
    String project = envelope.project();
    long stored = event.storedBytes();
    return backups
        .completed(event, project)
        .chain(id -> checkpoints.backupEnded(project, id, true, event.completedAt()))
        .chain(() -> resources.backedUp(event, project, event.resourceId(), 1, stored))
        .chain(() -> vaults.counted(project, event.vaultId(), 0, stored))
        .chain(() -> logs.succeeded(project, event.taskId(), event.completedAt()))
        .invoke(
            log ->
                log.details = ((BackupOperation) log.details).completed(event.sizeBytes(), stored))
        .replaceWithVoid();
  }

  private Uni<Void> failed(BackupFailed event, Envelope envelope) {
    String project = envelope.project();
    long stored = event.storedBytes();
    return backups
        .failed(event, project)
        .chain(id -> checkpoints.backupEnded(project, id, false, event.failedAt()))
        .chain(() -> resources.backedUp(event, project, event.resourceId(), 0, stored))
        .chain(() -> vaults.counted(project, event.vaultId(), 0, stored))
        .chain(
            () ->
                logs.failed(
                    project,
                    event.taskId(),
                    event.timedOut(),
                    event.code(),
                    event.message(),
                    event.failedAt()));
  }

  /** A removal of its resource waits for all deletions of backups. */
  private Uni<Void> deleted(BackupDeleted event, Envelope envelope) {
    String project = envelope.project();
    return backups
        .happened(project, event.backupId(), event, event.deletedAt())
        .chain(family -> remove(family, event, project))
        .chain(() -> vaults.counted(project, event.vaultId(), -1, -event.freedBytes()))
        .chain(() -> logs.succeeded(project, event.operationId(), event.deletedAt()))
        .chain(() -> resources.removalOf(project, event.vaultId(), event.resourceId()))
        .chain(removalId -> logs.counted(project, removalId, true));
  }

  private Uni<Void> remove(List<BackupRow> family, BackupDeleted event, String project) {
    BackupRow backup = family.get(0);
    int good = backup.snapshotId == null ? 0 : 1;
    return checkpoints
        .backupDeleted(project, backup.checkpointId, event.deletedAt())
        .chain(
            () ->
                resources.backupDeleted(
                    project, event.vaultId(), event.resourceId(), good, event.freedBytes()))
        .chain(() -> backups.remove(family));
  }
}
