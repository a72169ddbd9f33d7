package io.coffer.vault.checkpoint;

import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The restore points. */
@ApplicationScoped
public class CheckpointStore implements PanacheRepositoryBase<CheckpointRow, UUID> {

  /** The restore point if it is this project's; else null, as if it were not there. */
  Uni<CheckpointRow> of(String project, UUID id) {
    return findById(id).map(row -> row == null || !row.projectId.equals(project) ? null : row);
  }

  public Uni<Void> created(CheckpointCreated event, String project) {
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
  public Uni<Void> backupEnded(UUID id, boolean good, Instant at) {
    return one(id).invoke(row -> row.ended(good, at)).replaceWithVoid();
  }

  /** One of its backups is gone; it goes with the last. */
  public Uni<Void> backupDeleted(UUID id, Instant at) {
    return one(id)
        .chain(
            row -> {
              row.backups--;
              row.updatedAt = at;
              return row.backups == 0 ? delete(row) : Uni.createFrom().voidItem();
            });
  }

  /** The vault is gone. */
  public Uni<Void> removeOf(UUID vaultId) {
    return list("vaultId", vaultId)
        .chain(rows -> getSession().chain(session -> session.removeAll(rows.toArray())));
  }

  private Uni<CheckpointRow> one(UUID id) {
    return findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("there is no checkpoint " + id));
  }
}
