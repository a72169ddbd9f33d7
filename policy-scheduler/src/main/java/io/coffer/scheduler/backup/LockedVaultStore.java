package io.coffer.scheduler.backup;

import io.coffer.owner.store.ProjectStore;
import io.coffer.policy.retention.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The vaults whose backups must stay. */
@ApplicationScoped
public class LockedVaultStore implements ProjectStore<LockedVaultRow> {

  /** What backups of this vault of the project must stay for; empty where they need not. */
  public Uni<Set<Guard>> guards(String project, UUID vaultId) {
    return of(project, vaultId).map(row -> row == null ? Set.of() : row.guards());
  }

  /** Of a new vault nothing is known yet. */
  Uni<Void> created(String project, UUID vaultId, boolean locked) {
    return locked ? locked(project, vaultId, true) : Uni.createFrom().voidItem();
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
                return row.guards().isEmpty() ? delete(known) : Uni.createFrom().voidItem();
              }
              row.id = vaultId;
              row.projectId = project;
              return row.guards().isEmpty()
                  ? Uni.createFrom().voidItem()
                  : persist(row).replaceWithVoid();
            });
  }
}
