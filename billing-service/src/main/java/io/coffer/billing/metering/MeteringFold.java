package io.coffer.billing.metering;

import io.coffer.contracts.Event;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What backups take up as a fold of the vaults' events. */
@ApplicationScoped
public class MeteringFold implements Fold {

  private final MeteredVaultStore vaults;
  private final StorageUsageStore usage;
  private final CountedBackupStore backups;

  MeteringFold(MeteredVaultStore vaults, StorageUsageStore usage, CountedBackupStore backups) {
    this.vaults = vaults;
    this.usage = usage;
    this.backups = backups;
  }

  @Override
  public Uni<Void> apply(Event event, Envelope envelope) {
    if (event instanceof VaultCreated created) {
      return vaults.add(created.vaultId(), envelope.project(), created.settings().multiAz());
    }
    if (event instanceof CheckpointCreated created) {
      return open(created, envelope.project());
    }
    if (event instanceof BackupCompleted completed) {
      return backups
          .add(completed.backupId(), completed.vaultId())
          .chain(
              () -> add(completed.vaultId(), completed.resourceId(), 1, completed.storedBytes()));
    }
    if (event instanceof BackupFailed failed) {
      return add(failed.vaultId(), failed.resourceId(), 0, failed.storedBytes());
    }
    if (event instanceof BackupDeleted deleted) {
      return backups
          .remove(deleted.backupId())
          .chain(n -> add(deleted.vaultId(), deleted.resourceId(), -n, -deleted.freedBytes()));
    }
    if (event instanceof VaultDeleted deleted) {
      return forget(deleted.vaultId());
    }
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> open(CheckpointCreated created, String project) {
    return vaults
        .isMultiAz(created.vaultId())
        .chain(
            multiAz ->
                Sequence.each(
                    created.backups(),
                    backup -> usage.open(project, created.vaultId(), multiAz, backup)));
  }

  private Uni<Void> add(UUID vaultId, String resourceId, int count, long bytes) {
    return usage.add(vaultId, resourceId, count, bytes);
  }

  private Uni<Void> forget(UUID vaultId) {
    return usage
        .removeOf(vaultId)
        .chain(() -> backups.removeOf(vaultId))
        .chain(() -> vaults.remove(vaultId));
  }
}
