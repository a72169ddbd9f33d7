package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultEvent;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The vaults. */
@ApplicationScoped
public class VaultStore implements PanacheRepositoryBase<VaultRow, UUID> {

  /** The vault if it is this project's; else null, as if it were not there. */
  public Uni<VaultRow> of(String project, UUID id) {
    return findById(id).map(row -> row == null || !row.projectId.equals(project) ? null : row);
  }

  /** What decisions know of the vault if it is this project's; else null. */
  public Uni<VaultState> state(String project, UUID id) {
    return of(project, id).onItem().ifNotNull().transform(VaultRow::state);
  }

  /** The vault that an event is about, which must be there. */
  public Uni<VaultRow> one(String project, UUID id) {
    return of(project, id)
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("there is no vault " + id));
  }

  Uni<Void> created(VaultCreated event, String project) {
    VaultRow row = new VaultRow();
    row.id = event.vaultId();
    row.projectId = project;
    row.status = VaultLifecycle.TABLE.after(null, VaultCreated.class);
    row.choose(event.settings());
    row.tags = event.tags();
    row.userId = event.userId();
    row.createdAt = event.createdAt();
    row.updatedAt = event.createdAt();
    return persist(row).replaceWithVoid();
  }

  Uni<Void> updated(VaultUpdated event, String project) {
    return one(project, event.vaultId())
        .invoke(
            row -> {
              row.choose(event.settings());
              row.updatedAt = event.updatedAt();
            })
        .replaceWithVoid();
  }

  /** Something happened to a vault that changes its state. */
  Uni<VaultRow> happened(String project, UUID id, VaultEvent event, Instant at) {
    return one(project, id)
        .invoke(
            row -> {
              row.status = VaultLifecycle.TABLE.after(row.status, event.getClass());
              row.updatedAt = at;
            });
  }

  Uni<Void> deleted(VaultDeleted event, String project) {
    return one(project, event.vaultId())
        .invoke(row -> VaultLifecycle.TABLE.after(row.status, VaultDeleted.class))
        .chain(this::delete);
  }

  /** Its repository grew or shrank, and it has more or fewer backups. */
  public Uni<VaultRow> counted(String project, UUID id, int backups, long bytes) {
    return one(project, id)
        .invoke(
            row -> {
              row.backups += backups;
              row.usedBytes = Math.max(0, row.usedBytes + bytes);
            });
  }
}
