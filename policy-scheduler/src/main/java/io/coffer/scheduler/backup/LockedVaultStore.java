package io.coffer.scheduler.backup;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;

/** The vaults whose backups must stay. */
@ApplicationScoped
public class LockedVaultStore implements PanacheRepositoryBase<LockedVaultRow, UUID> {

  /** Whether backups of this vault of the project must stay. */
  public Uni<Boolean> has(String project, UUID vaultId) {
    return findById(vaultId).map(row -> row != null && row.projectId.equals(project));
  }

  Uni<Void> locked(String project, UUID vaultId, boolean locked) {
    return change(project, vaultId, row -> row.locked = locked);
  }

  Uni<Void> frozen(String project, UUID vaultId, boolean frozen) {
    return change(project, vaultId, row -> row.frozen = frozen);
  }

  /** The vault is gone. */
  Uni<Void> forget(String project, UUID vaultId) {
    return change(project, vaultId, row -> row.locked = row.frozen = false);
  }

  private Uni<Void> change(String project, UUID vaultId, Consumer<LockedVaultRow> change) {
    return findById(vaultId)
        .chain(
            known -> {
              LockedVaultRow row = known == null ? new LockedVaultRow() : known;
              change.accept(row);
              if (known != null) {
                return row.keeps() ? Uni.createFrom().voidItem() : delete(known);
              }
              row.id = vaultId;
              row.projectId = project;
              return row.keeps() ? persist(row).replaceWithVoid() : Uni.createFrom().voidItem();
            });
  }
}
