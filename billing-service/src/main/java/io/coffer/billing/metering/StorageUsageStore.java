package io.coffer.billing.metering;

import io.coffer.contracts.vault.BackupEvent.PlannedBackup;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What the backups of resources take up, a row for each resource and vault. */
@ApplicationScoped
class StorageUsageStore implements PanacheRepositoryBase<StorageUsageRow, UUID> {

  private static final String AFTER =
      " and resourceId > :marker and exists (select 1 from StorageUsageRow m"
          + " where m.project = :project and m.resourceId = :marker and m.backupCount > 0)";

  /**
   * Opens the row of a resource that is about to be backed up, and gives all its rows the name it
   * has now.
   */
  Uni<Void> open(String project, UUID vaultId, boolean multiAz, PlannedBackup backup) {
    return list("project = ?1 and resourceId = ?2", project, backup.resourceId())
        .chain(
            rows -> {
              rows.forEach(row -> row.resourceName = backup.resourceName());
              return rows.stream().anyMatch(row -> row.vaultId.equals(vaultId))
                  ? Uni.createFrom().voidItem()
                  : persist(opened(project, vaultId, multiAz, backup)).replaceWithVoid();
            });
  }

  /** Changes a row that is open; a row that went with its vault stays away. */
  Uni<Void> add(UUID vaultId, String resourceId, int backups, long bytes) {
    return findById(StorageUsageRow.idOf(vaultId, resourceId))
        .invoke(
            row -> {
              if (row != null) {
                row.add(backups, bytes);
              }
            })
        .replaceWithVoid();
  }

  Uni<Void> removeOf(UUID vaultId) {
    return list("vaultId", vaultId)
        .chain(rows -> getSession().chain(session -> session.removeAll(rows.toArray())));
  }

  /**
   * A part of the list in the order of resource ids.
   *
   * @param marker the resource that was told last, null for none; behind an unknown one is nothing
   */
  Uni<List<StorageUsage>> page(UsageFilter filter, String marker, int offset, int limit) {
    return getSession()
        .chain(
            session -> {
              var query =
                  session.createSelectionQuery(
                      "select resourceId, max(resourceType), max(resourceName), sum(backupCount),"
                          + " sum(storedBytes), sum(case when multiAz then storedBytes else 0L end)"
                          + " from StorageUsageRow"
                          + filter.where()
                          + (marker == null ? "" : AFTER)
                          + " group by resourceId order by resourceId",
                      StorageUsage.class);
              filter.parameters().forEach(query::setParameter);
              if (marker != null) {
                query.setParameter("marker", marker);
              }
              return query.setFirstResult(offset).setMaxResults(limit).getResultList();
            });
  }

  Uni<Long> count(UsageFilter filter) {
    return getSession()
        .chain(
            session -> {
              var query =
                  session.createSelectionQuery(
                      "select count(distinct resourceId) from StorageUsageRow" + filter.where(),
                      Long.class);
              filter.parameters().forEach(query::setParameter);
              return query.getSingleResult();
            });
  }

  private static StorageUsageRow opened(
      String project, UUID vaultId, boolean multiAz, PlannedBackup backup) {
    StorageUsageRow row = new StorageUsageRow();
    row.id = StorageUsageRow.idOf(vaultId, backup.resourceId());
    row.project = project;
    row.vaultId = vaultId;
    row.multiAz = multiAz;
    row.resourceId = backup.resourceId();
    row.resourceType = backup.resourceType();
    row.resourceName = backup.resourceName();
    return row;
  }
}
