package io.coffer.scheduler.backup;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.policy.fire.FullInterval;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How resources stand between two full backups. */
@ApplicationScoped
public class FullIntervalStore implements PanacheRepositoryBase<FullIntervalRow, UUID> {

  /** By resource, of those that have had a good backup in this vault. */
  public Uni<Map<String, FullInterval>> inVault(String project, UUID vaultId) {
    return list("projectId = ?1 and vaultId = ?2", project, vaultId)
        .map(
            rows ->
                rows.stream()
                    .collect(Collectors.toMap(row -> row.resourceId, FullIntervalRow::interval)));
  }

  /** A backup became good. */
  Uni<Void> completed(BackupRow backup) {
    UUID id = DerivedId.of(backup.vaultId, backup.resourceId);
    return findById(id)
        .chain(
            known -> {
              FullIntervalRow row = known == null ? new FullIntervalRow() : known;
              FullInterval after =
                  (known == null ? FullInterval.NONE : known.interval())
                      .after(!backup.incremental || known == null, backup.takenAt);
              row.lastFullAt = after.lastFull().orElseThrow();
              row.incrementals = after.incrementals();
              if (known != null) {
                return Uni.createFrom().voidItem();
              }
              row.id = id;
              row.projectId = backup.projectId;
              row.vaultId = backup.vaultId;
              row.resourceId = backup.resourceId;
              return persist(row).replaceWithVoid();
            });
  }

  /** It goes on where it stood. Where it was before, what comes there later begins anew. */
  Uni<Void> migrated(ResourceMigrated event) {
    UUID into = event.destinationVaultId();
    return findById(DerivedId.of(event.vaultId(), event.resourceId()))
        .onItem()
        .ifNotNull()
        .transformToUni(
            left ->
                findById(DerivedId.of(into, event.resourceId()))
                    .chain(
                        known -> {
                          if (known == null) {
                            return persist(left.in(into)).replaceWithVoid();
                          }
                          known.goOn(left);
                          return Uni.createFrom().voidItem();
                        })
                    .chain(() -> delete(left)))
        .replaceWithVoid();
  }

  Uni<Void> vaultDeleted(UUID vaultId) {
    return delete("vaultId", vaultId).replaceWithVoid();
  }
}
