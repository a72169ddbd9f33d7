package io.coffer.billing.metering;

import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What backups take up as a fold of the vaults' events. */
@ApplicationScoped
class MeteringFold implements NounFold {

  private final MeteredVaultStore vaults;
  private final StorageUsageStore usage;
  private final CountedBackupStore backups;
  private final UsageNotes notes;

  MeteringFold(
      MeteredVaultStore vaults,
      StorageUsageStore usage,
      CountedBackupStore backups,
      UsageNotes notes) {
    this.vaults = vaults;
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
  }

  private Uni<Void> created(VaultCreated created, Envelope envelope) {
    return vaults
        .add(created.vaultId(), envelope.project(), created.settings().multiAz())
        .chain(
            () ->
                notes.terms(envelope, created.vaultId(), created.createdAt(), created.settings()));
  }

  private Uni<Void> planned(CheckpointCreated created, Envelope envelope) {
    return vaults
        .isMultiAz(created.vaultId())
        .chain(
            multiAz ->
                Sequence.each(
                    created.backups(),
                    backup -> usage.open(envelope.project(), created.vaultId(), multiAz, backup)));
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

  private Uni<Void> forget(VaultDeleted deleted, Envelope envelope) {
    return usage
        .removeOf(deleted.vaultId())
        .chain(() -> backups.removeOf(deleted.vaultId()))
        .chain(() -> vaults.remove(deleted.vaultId()))
        .chain(() -> notes.ended(envelope, deleted.vaultId(), deleted.deletedAt()));
  }
}
