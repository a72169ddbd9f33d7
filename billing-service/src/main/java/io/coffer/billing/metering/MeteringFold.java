package io.coffer.billing.metering;

import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
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

  MeteringFold(MeteredVaultStore vaults, StorageUsageStore usage, CountedBackupStore backups) {
    this.vaults = vaults;
    this.usage = usage;
    this.backups = backups;
  }

  @Override
  public void enter(EventTable table) {
    table.on(
        VaultCreated.class,
        (created, envelope) ->
            vaults.add(created.vaultId(), envelope.project(), created.settings().multiAz()));
    table.on(CheckpointCreated.class, this::planned);
    table.on(BackupCompleted.class, this::completed);
    table.on(
        BackupFailed.class,
        (failed, envelope) ->
            usage.add(failed.vaultId(), failed.resourceId(), 0, failed.storedBytes()));
    table.on(BackupDeleted.class, this::deleted);
    table.on(VaultDeleted.class, this::forget);
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
                usage.add(completed.vaultId(), completed.resourceId(), 1, completed.storedBytes()));
  }

  private Uni<Void> deleted(BackupDeleted deleted, Envelope envelope) {
    return backups
        .remove(deleted.backupId())
        .chain(
            counted ->
                usage.add(
                    deleted.vaultId(), deleted.resourceId(), -counted, -deleted.freedBytes()));
  }

  private Uni<Void> forget(VaultDeleted deleted, Envelope envelope) {
    return usage
        .removeOf(deleted.vaultId())
        .chain(() -> backups.removeOf(deleted.vaultId()))
        .chain(() -> vaults.remove(deleted.vaultId()));
  }
}
