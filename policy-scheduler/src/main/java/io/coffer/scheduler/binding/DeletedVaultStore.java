package io.coffer.scheduler.binding;

import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** The vaults that are gone. */
@ApplicationScoped
public class DeletedVaultStore implements ProjectStore<DeletedVaultRow> {

  /** Whether this vault of the project is known to be gone. */
  public Uni<Boolean> has(String project, UUID vaultId) {
    return of(project, vaultId).map(Objects::nonNull);
  }

  Uni<Void> deleted(String project, UUID vaultId) {
    DeletedVaultRow row = new DeletedVaultRow();
    row.id = vaultId;
    row.projectId = project;
    return persist(row).replaceWithVoid();
  }
}
