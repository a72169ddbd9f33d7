package io.coffer.scheduler.backup;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The vaults whose backups must stay. */
@ApplicationScoped
public class LockedVaultStore implements PanacheRepositoryBase<LockedVaultRow, UUID> {

  /** Whether backups of this vault of the project must stay. */
  public Uni<Boolean> has(String project, UUID vaultId) {
    return findById(vaultId).map(row -> row != null && row.projectId.equals(project));
  }

  Uni<Void> set(String project, UUID vaultId, boolean locked) {
    return findById(vaultId)
        .chain(
            known -> {
              if (locked == (known != null)) {
                return Uni.createFrom().voidItem();
              }
              if (!locked) {
                return delete(known);
              }
              LockedVaultRow row = new LockedVaultRow();
              row.id = vaultId;
              row.projectId = project;
              return persist(row).replaceWithVoid();
            });
  }
}
