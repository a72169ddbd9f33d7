package io.coffer.billing.metering;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The few vaults whose backups lie in several zones. */
@ApplicationScoped
class MultiAzVaultStore implements PanacheRepositoryBase<MultiAzVaultRow, UUID> {

  Uni<Void> add(UUID vaultId) {
    MultiAzVaultRow row = new MultiAzVaultRow();
    row.vaultId = vaultId;
    return persist(row).replaceWithVoid();
  }

  Uni<Boolean> has(UUID vaultId) {
    return findById(vaultId).map(row -> row != null);
  }

  Uni<Void> remove(UUID vaultId) {
    return deleteById(vaultId).replaceWithVoid();
  }
}
