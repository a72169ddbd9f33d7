package io.coffer.vault.checkpoint;

import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.owner.store.Many;
import io.coffer.owner.store.ProjectStore;
import io.coffer.vault.vault.VaultContents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The restore points. */
@ApplicationScoped
public class CheckpointStore implements ProjectStore<CheckpointRow>, VaultContents {

  Uni<Void> created(CheckpointCreated event, String project) {
    CheckpointRow row = new CheckpointRow();
    row.id = event.checkpointId();
    row.projectId = project;
    row.vaultId = event.vaultId();
    row.status = CheckpointStatus.protecting;
    row.name = event.name();
    row.description = event.description();
    row.autoTrigger = event.autoTrigger();
    row.skipped = event.skipped();
    row.backups = event.backups().size();
    row.pending = event.backups().size();
    row.createdAt = event.createdAt();
    row.updatedAt = event.createdAt();
    return persist(row).replaceWithVoid();
  }

  /** One of its backups ended. */
  Uni<Void> backupEnded(String project, UUID id, boolean good, Instant at) {
    return one(project, id).invoke(row -> row.ended(good, at)).replaceWithVoid();
  }

  /** One of its backups is gone; it goes with the last. */
  Uni<Void> backupDeleted(String project, UUID id, Instant at) {
    return one(project, id)
        .chain(
            row -> {
              row.backups--;
              row.updatedAt = at;
              return row.backups == 0 ? delete(row) : Uni.createFrom().voidItem();
            });
  }

  @Override
  public Uni<Void> removeOf(UUID vaultId) {
    return Many.remove(this, "vaultId", vaultId);
  }
}
