package io.coffer.scheduler.binding;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The vaults that are gone. */
@ApplicationScoped
public class DeletedVaultStore implements PanacheRepositoryBase<DeletedVaultRow, UUID> {

  /** Whether this vault of the project is known to be gone. */
  public Uni<Boolean> has(String project, UUID vaultId) {
    return findById(vaultId).map(row -> row != null && row.projectId.equals(project));
  }

  Uni<Void> deleted(String project, UUID vaultId) {
    DeletedVaultRow row = new DeletedVaultRow();
    row.id = vaultId;
    row.projectId = project;
    return persist(row).replaceWithVoid();
  }
}
