package io.coffer.billing.metering;

import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.MigrationEvent.MigratedBackup;
import io.coffer.contracts.vault.MigrationEvent.MigrationCleared;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationFailed;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What backups take up as a fold of the vaults' events. */
@ApplicationScoped
class MeteringFold implements NounFold {

  private final MultiAzVaultStore multiAz;
  private final StorageUsageStore usage;
  private final CountedBackupStore backups;
  private final UsageNotes notes;

  MeteringFold(
      MultiAzVaultStore multiAz,
      StorageUsageStore usage,
      CountedBackupStore backups,
      UsageNotes notes) {
    this.multiAz = multiAz;
    this.usage = usage;
    this.backups = backups;
    this.notes = notes;
  }

  @Override
  public void enter(EventTable table) {
    table.on(VaultCreated.class, this::created);
    table.on(
        VaultUpdated.class,
        (updated, envelope) ->
            notes.terms(envelope, updated.vaultId(), updated.updatedAt(), updated.settings()));
    table.on(CheckpointCreated.class, this::planned);
    table.on(BackupCompleted.class, this::completed);
    table.on(
        BackupFailed.class,
        (failed, envelope) ->
            usage
                .add(failed.vaultId(), failed.resourceId(), 0, failed.storedBytes())
                .chain(
                    () ->
                        notes.bytes(
                            envelope, failed.vaultId(), failed.failedAt(), failed.storedBytes())));
    table.on(BackupDeleted.class, this::deleted);
    table.on(VaultDeleted.class, this::forget);
    table.on(ResourceMigrated.class, this::migrated);
    table.on(ResourceMigrationFailed.class, this::migrationFailed);
    table.on(
        MigrationCleared.class,
        (cleared, envelope) ->
            usage
                .add(cleared.vaultId(), cleared.resourceId(), 0, -cleared.freedBytes())
                .chain(
                    () ->
                        notes.bytes(
                            envelope,
                            cleared.vaultId(),
                            cleared.clearedAt(),
                            -cleared.freedBytes())));
  }

  private Uni<Void> created(VaultCreated created, Envelope envelope) {
    Uni<Void> noted =
        notes.terms(envelope, created.vaultId(), created.createdAt(), created.settings());
    return created.settings().multiAz() ? noted.chain(() -> multiAz.add(created.vaultId())) : noted;
  }

  private Uni<Void> planned(CheckpointCreated created, Envelope envelope) {
    return multiAz
        .has(created.vaultId())
        .chain(
            inZones ->
                Sequence.each(
                    created.backups(),
                    backup ->
                        usage.open(
                            envelope.project(),
                            created.vaultId(),
                            inZones,
                            backup.resourceId(),
                            backup.resourceType(),
                            backup.resourceName())));
  }

  private Uni<Void> completed(BackupCompleted completed, Envelope envelope) {
    return backups
        .add(completed.backupId(), completed.vaultId())
        .chain(
            () ->
                usage.add(completed.vaultId(), completed.resourceId(), 1, completed.storedBytes()))
        .chain(
            () ->
                notes.bytes(
                    envelope,
                    completed.vaultId(),
                    completed.completedAt(),
                    completed.storedBytes()));
  }

  private Uni<Void> deleted(BackupDeleted deleted, Envelope envelope) {
    return backups
        .remove(deleted.backupId())
        .chain(
            counted ->
                usage.add(deleted.vaultId(), deleted.resourceId(), -counted, -deleted.freedBytes()))
        .chain(
            () ->
                notes.bytes(
                    envelope, deleted.vaultId(), deleted.deletedAt(), -deleted.freedBytes()));
  }

  /** What they took up in the vault that they left is counted there until it is free. */
  private Uni<Void> migrated(ResourceMigrated migrated, Envelope envelope) {
    List<UUID> ids = migrated.backups().stream().map(MigratedBackup::backupId).toList();
    UUID into = migrated.destinationVaultId();
    String resource = migrated.resourceId();
    return backups
        .move(ids, into)
        .chain(
            counted ->
                usage
                    .add(migrated.vaultId(), resource, -counted, 0)
                    .chain(
                        () ->
                            open(
                                envelope,
                                into,
                                resource,
                                migrated.resourceType(),
                                migrated.resourceName()))
                    .chain(() -> usage.add(into, resource, counted, migrated.storedBytes())))
        .chain(() -> notes.bytes(envelope, into, migrated.migratedAt(), migrated.storedBytes()));
  }

  /** What was copied in vain is counted until it is free. */
  private Uni<Void> migrationFailed(ResourceMigrationFailed failed, Envelope envelope) {
    UUID into = failed.destinationVaultId();
    String resource = failed.resourceId();
    return open(envelope, into, resource, failed.resourceType(), failed.resourceName())
        .chain(() -> usage.add(into, resource, 0, failed.storedBytes()))
        .chain(() -> notes.bytes(envelope, into, failed.failedAt(), failed.storedBytes()));
  }

  private Uni<Void> open(
      Envelope envelope, UUID vaultId, String resourceId, String type, String name) {
    return multiAz
        .has(vaultId)
        .chain(inZones -> usage.open(envelope.project(), vaultId, inZones, resourceId, type, name));
  }

  private Uni<Void> forget(VaultDeleted deleted, Envelope envelope) {
    return usage
        .removeOf(deleted.vaultId())
        .chain(() -> backups.removeOf(deleted.vaultId()))
        .chain(() -> multiAz.remove(deleted.vaultId()))
        .chain(() -> notes.ended(envelope, deleted.vaultId(), deleted.deletedAt()));
  }
}
