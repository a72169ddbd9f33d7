package io.coffer.vault.migration;

import io.coffer.contracts.vault.MigrationEvent.MigrationCleared;
import io.coffer.contracts.vault.MigrationEvent.MigrationClearingFailed;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationFailed;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationStarted;
import io.coffer.contracts.vault.OperationFailed;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.vault.backup.BackupStore;
import io.coffer.vault.checkpoint.MovedCheckpointStore;
import io.coffer.vault.operationlog.ClearingOperation;
import io.coffer.vault.operationlog.MigrateOperation;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultRow;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How resources move from vault to vault, and their backups, restore points and bytes with them.
 */
@ApplicationScoped
class MigrationFold implements NounFold {

  private final VaultStore vaults;
  private final ResourceStore resources;
  private final BackupStore backups;
  private final MovedCheckpointStore checkpoints;
  private final OperationLogStore logs;

  MigrationFold(
      VaultStore vaults,
      ResourceStore resources,
      BackupStore backups,
      MovedCheckpointStore checkpoints,
      OperationLogStore logs) {
    this.vaults = vaults;
    this.resources = resources;
    this.backups = backups;
    this.checkpoints = checkpoints;
    this.logs = logs;
  }

  @Override
  public void enter(EventTable table) {
    table.on(ResourceMigrationStarted.class, this::started);
    table.on(ResourceMigrated.class, this::migrated);
    table.on(ResourceMigrationFailed.class, this::failed);
    table.on(MigrationCleared.class, this::cleared);
    table.on(MigrationClearingFailed.class, (event, envelope) -> ended(event, envelope.project()));
  }

  private Uni<Void> started(ResourceMigrationStarted event, Envelope envelope) {
    String project = envelope.project();
    return resources
        .migrating(event, project)
        .chain(() -> vaults.one(project, event.vaultId()))
        .chain(
            vault -> {
              OperationLogRow log =
                  vault.operation(
                      new MigrateOperation(event.destinationVaultId(), event.backupIds()));
              log.targetVaultId = event.destinationVaultId();
              about(log, event.resourceId(), event.resourceType(), event.resourceName());
              return logs.open(log, event.operationId(), event.requestId(), event.startedAt());
            });
  }

  private Uni<Void> migrated(ResourceMigrated event, Envelope envelope) {
    String project = envelope.project();
    int moved = event.backups().size();
    return resources
        .migrated(event, project)
        .chain(
            () -> vaults.counted(project, event.destinationVaultId(), moved, event.storedBytes()))
        .chain(into -> backups.migrated(event, project, into))
        .chain(
            rows ->
                checkpoints.follow(project, rows, event.destinationVaultId(), event.migratedAt()))
        .chain(() -> vaults.counted(project, event.vaultId(), -moved, 0))
        .call(() -> logs.succeeded(project, event.operationId(), event.migratedAt()))
        .chain(left -> event.clearingId() == null ? nothing() : clears(event, left, moved));
  }

  private Uni<Void> clears(ResourceMigrated event, VaultRow left, int backupsMoved) {
    OperationLogRow log = left.operation(new ClearingOperation(event.operationId(), backupsMoved));
    about(log, event.resourceId(), event.resourceType(), event.resourceName());
    return logs.open(log, event.clearingId(), null, event.migratedAt());
  }

  private Uni<Void> failed(ResourceMigrationFailed event, Envelope envelope) {
    String project = envelope.project();
    return resources
        .migrating(event, project)
        .chain(() -> vaults.counted(project, event.destinationVaultId(), 0, event.storedBytes()))
        .call(() -> ended(event, project))
        .chain(
            into ->
                logs.of(project, event.operationId())
                    .chain(
                        migration -> {
                          int tried = ((MigrateOperation) migration.details).backupIds().size();
                          OperationLogRow log =
                              into.operation(new ClearingOperation(event.operationId(), tried));
                          about(
                              log, event.resourceId(), event.resourceType(), event.resourceName());
                          return logs.open(log, event.clearingId(), null, event.failedAt());
                        }));
  }

  private Uni<Void> cleared(MigrationCleared event, Envelope envelope) {
    String project = envelope.project();
    return vaults
        .counted(project, event.vaultId(), 0, -event.freedBytes())
        .chain(() -> logs.succeeded(project, event.operationId(), event.clearedAt()))
        .replaceWithVoid();
  }

  private Uni<Void> ended(OperationFailed event, String project) {
    return logs.failed(
        project,
        event.operationId(),
        event.timedOut(),
        event.code(),
        event.message(),
        event.failedAt());
  }

  private static void about(OperationLogRow log, String id, String type, String name) {
    log.resourceId = id;
    log.resourceType = type;
    log.resourceName = name;
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
