package io.coffer.billing.metering;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which backups count, so that each of them is counted once and taken off once. */
@ApplicationScoped
class CountedBackupStore implements PanacheRepositoryBase<CountedBackupRow, UUID> {

  Uni<Void> add(UUID backupId, UUID vaultId) {
    CountedBackupRow row = new CountedBackupRow();
    row.backupId = backupId;
    row.vaultId = vaultId;
    return persist(row).replaceWithVoid();
  }

  /** How many backups that were counted this removed: one or none. */
  Uni<Integer> remove(UUID backupId) {
    return findById(backupId)
        .chain(row -> row == null ? Uni.createFrom().item(0) : delete(row).replaceWith(1));
  }

  /** How many of these that were counted are in another vault from now on: all of them. */
  Uni<Integer> move(Collection<UUID> backupIds, UUID vaultId) {
    return backupIds.isEmpty()
        ? Uni.createFrom().item(0)
        : list("backupId in (?1)", backupIds)
            .invoke(rows -> rows.forEach(row -> row.vaultId = vaultId))
            .map(List::size);
  }

  Uni<Void> removeOf(UUID vaultId) {
    return list("vaultId", vaultId)
        .chain(rows -> getSession().chain(session -> session.removeAll(rows.toArray())));
  }
}
