package io.coffer.billing.metering;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The vaults that metering knows. */
@ApplicationScoped
class MeteredVaultStore implements PanacheRepositoryBase<MeteredVaultRow, UUID> {

  Uni<Void> add(UUID vaultId, String project, boolean multiAz) {
    MeteredVaultRow row = new MeteredVaultRow();
    row.vaultId = vaultId;
    row.project = project;
    row.multiAz = multiAz;
    return persist(row).replaceWithVoid();
  }

  Uni<Boolean> isMultiAz(UUID vaultId) {
    return findById(vaultId).map(row -> row != null && row.multiAz);
  }

  Uni<Void> remove(UUID vaultId) {
    return findById(vaultId).chain(row -> row == null ? Uni.createFrom().voidItem() : delete(row));
  }
}
