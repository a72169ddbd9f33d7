package io.coffer.scheduler.backup;

import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionFailed;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionStarted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.BackupRenamed;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.ExpirationSet;
import io.coffer.contracts.vault.BackupEvent.RestoreCompleted;
import io.coffer.contracts.vault.BackupEvent.RestoreFailed;
import io.coffer.contracts.vault.BackupEvent.RestoreStarted;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultFrozen;
import io.coffer.contracts.vault.VaultEvent.VaultThawed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The copy of the backups, as a fold of their owner's events. */
@ApplicationScoped
public class BackupFold implements NounFold {

  private final BackupStore backups;
  private final FullIntervalStore intervals;
  private final LockedVaultStore locked;

  BackupFold(BackupStore backups, FullIntervalStore intervals, LockedVaultStore locked) {
    this.backups = backups;
    this.intervals = intervals;
    this.locked = locked;
  }

  @Override
  public void enter(EventTable table) {
    table.on(
        VaultCreated.class,
        (event, envelope) ->
            locked.created(envelope.project(), event.vaultId(), event.settings().locked()));
    table.on(
        VaultUpdated.class,
        (event, envelope) ->
            locked.locked(envelope.project(), event.vaultId(), event.settings().locked()));
    table.on(
        VaultFrozen.class,
        (event, envelope) -> locked.frozen(envelope.project(), event.vaultId(), true));
    table.on(
        VaultThawed.class,
        (event, envelope) -> locked.frozen(envelope.project(), event.vaultId(), !event.open()));
    table.inProject(CheckpointCreated.class, backups::planned);
    table.on(BackupCompleted.class, (event, envelope) -> completed(event));
    table.on(BackupFailed.class, (event, envelope) -> now(event.backupId(), BackupCopy.ERROR));
    table.on(
        BackupRenamed.class, (event, envelope) -> backups.renamed(event.backupId(), event.name()));
    table.on(ExpirationSet.class, (event, envelope) -> backups.expiring(event));
    table.on(
        BackupDeletionStarted.class,
        (event, envelope) -> now(event.backupId(), BackupCopy.DELETING));
    table.on(
        BackupDeletionFailed.class, (event, envelope) -> now(event.backupId(), BackupCopy.ERROR));
    table.on(BackupDeleted.class, (event, envelope) -> backups.deleted(event.backupId()));
    table.on(
        RestoreStarted.class, (event, envelope) -> now(event.backupId(), BackupCopy.RESTORING));
    table.on(
        RestoreCompleted.class, (event, envelope) -> now(event.backupId(), BackupCopy.AVAILABLE));
    table.on(RestoreFailed.class, (event, envelope) -> now(event.backupId(), BackupCopy.AVAILABLE));
  }

  /** The vault is gone with all that was in it. */
  public Uni<Void> vaultDeleted(String project, UUID vaultId) {
    return backups
        .vaultDeleted(vaultId)
        .chain(() -> intervals.vaultDeleted(vaultId))
        .chain(() -> locked.forget(project, vaultId));
  }

  /** A resource is in another vault with its backups, and stands there as it stood here. */
  public Uni<Void> migrated(ResourceMigrated event, String project) {
    return backups.migrated(event, project).chain(() -> intervals.migrated(event));
  }

  private Uni<Void> completed(BackupCompleted event) {
    return backups
        .completed(event)
        .onItem()
        .ifNotNull()
        .transformToUni(intervals::completed)
        .replaceWithVoid();
  }

  private Uni<Void> now(UUID backupId, String status) {
    return backups.changed(backupId, status).replaceWithVoid();
  }
}
