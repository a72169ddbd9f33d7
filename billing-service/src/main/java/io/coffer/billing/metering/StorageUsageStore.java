package io.coffer.billing.metering;

import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Page;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What the backups of resources take up, a row for each resource and vault. */
@ApplicationScoped
class StorageUsageStore implements PanacheRepositoryBase<StorageUsageRow, UUID> {

  private static final String AFTER =
      "r.resourceId > ? and exists (select 1 from StorageUsageRow m"
          + " where m.projectId = r.projectId and m.resourceId = ? and m.backupCount > 0)";

  /**
   * Opens the row of a resource that is about to be backed up, and gives all its rows the name it
   * has now.
   */
  Uni<Void> open(
      String project, UUID vaultId, boolean multiAz, String resourceId, String type, String name) {
    return list("projectId = ?1 and resourceId = ?2", project, resourceId)
        .chain(
            rows -> {
              rows.forEach(row -> row.resourceName = name);
              return rows.stream().anyMatch(row -> row.vaultId.equals(vaultId))
                  ? Uni.createFrom().voidItem()
                  : persist(opened(project, vaultId, multiAz, resourceId, type, name))
                      .replaceWithVoid();
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

  /** A part of the list in the order of resource ids; behind an unknown marker is nothing. */
  Uni<List<StorageUsage>> page(Criteria criteria, Page page) {
    Criteria wanted = criteria.copy().where(AFTER, page.marker());
    String hql =
        "select r.resourceId, max(r.resourceType), max(r.resourceName), sum(r.backupCount),"
            + " sum(r.storedBytes), sum(case when r.multiAz then r.storedBytes else 0L end)"
            + " from StorageUsageRow r"
            + wanted.clause()
            + " group by r.resourceId order by r.resourceId";
    return getSession()
        .chain(
            session ->
                wanted
                    .bind(session.createSelectionQuery(hql, StorageUsage.class))
                    .setFirstResult(page.offset())
                    .setMaxResults(page.limit())
                    .getResultList());
  }

  Uni<Long> total(Criteria criteria) {
    String hql = "select count(distinct r.resourceId) from StorageUsageRow r" + criteria.clause();
    return getSession()
        .chain(
            session ->
                criteria.bind(session.createSelectionQuery(hql, Long.class)).getSingleResult());
  }

  private static StorageUsageRow opened(
      String project, UUID vaultId, boolean multiAz, String resourceId, String type, String name) {
    StorageUsageRow row = new StorageUsageRow();
    row.id = StorageUsageRow.idOf(vaultId, resourceId);
    row.projectId = project;
    row.vaultId = vaultId;
    row.multiAz = multiAz;
    row.resourceId = resourceId;
    row.resourceType = type;
    row.resourceName = name;
    return row;
  }
}
