package io.coffer.scheduler.backup;

import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.ExpirationSet;
import io.coffer.contracts.vault.BackupEvent.PlannedBackup;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.messaging.dispatch.Sequence;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The backups of resources. */
@ApplicationScoped
public class BackupStore implements PanacheRepositoryBase<BackupRow, UUID> {

  private static final String COPIES =
      """
      select new io.coffer.scheduler.backup.BackupCopy(
        r.id, r.vaultId, r.resourceId, r.resourceName, r.name, r.status, r.automatic,
        r.storedBytes, r.takenAt, r.expiredAt)
      from BackupRow r
      where r.projectId = :project and r.vaultId = :vault and r.resourceId in (:resources)
      order by r.resourceId, r.takenAt, r.id
      """;

  /** What a resource has in a vault, the oldest first. */
  public Uni<List<BackupCopy>> ofResource(String project, UUID vaultId, String resourceId) {
    return ofResources(project, vaultId, List.of(resourceId));
  }

  /**
   * What resources have in a vault, by resource, the oldest first. The session keeps none of it.
   */
  public Uni<List<BackupCopy>> ofResources(
      String project, UUID vaultId, Collection<String> resourceIds) {
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(COPIES, BackupCopy.class)
                    .setParameter("project", project)
                    .setParameter("vault", vaultId)
                    .setParameter("resources", resourceIds)
                    .getResultList());
  }

  /** How many backups resources have in a vault, by resource. */
  public Uni<List<Stock>> stocks(String project, UUID vaultId) {
    String hql =
        "select r.resourceId, count(r) from BackupRow r"
            + " where r.projectId = :project and r.vaultId = :vault group by r.resourceId";
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(hql, Object[].class)
                    .setParameter("project", project)
                    .setParameter("vault", vaultId)
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Stock(vaultId, (String) row[0], (Long) row[1]))
                    .sorted(Comparator.comparing(Stock::resourceId))
                    .toList());
  }

  Uni<Void> planned(CheckpointCreated event, String project) {
    return Sequence.each(
        event.backups(), planned -> persist(row(event, planned, project)).replaceWithVoid());
  }

  /** It is good; the row of it. */
  Uni<BackupRow> completed(BackupCompleted event) {
    return changed(event.backupId(), BackupCopy.AVAILABLE)
        .onItem()
        .ifNotNull()
        .invoke(row -> row.storedBytes = event.storedBytes());
  }

  /** Something changed how it stands; null where it is not known. */
  Uni<BackupRow> changed(UUID id, String status) {
    return findById(id).onItem().ifNotNull().invoke(row -> row.status = status);
  }

  Uni<Void> renamed(UUID id, String name) {
    return findById(id).onItem().ifNotNull().invoke(row -> row.name = name).replaceWithVoid();
  }

  /** Their end is another one than it was. */
  Uni<Void> expiring(ExpirationSet event) {
    if (event.backupIds().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return list("vaultId = ?1 and id in (?2)", event.vaultId(), event.backupIds())
        .invoke(rows -> rows.forEach(row -> row.expiredAt = event.expiredAt()))
        .replaceWithVoid();
  }

  Uni<Void> deleted(UUID id) {
    return deleteById(id).replaceWithVoid();
  }

  Uni<Void> migrated(ResourceMigrated event, String project) {
    return list(
            "projectId = ?1 and vaultId = ?2 and resourceId = ?3",
            project,
            event.vaultId(),
            event.resourceId())
        .invoke(rows -> rows.forEach(row -> row.vaultId = event.destinationVaultId()))
        .replaceWithVoid();
  }

  Uni<Void> vaultDeleted(UUID vaultId) {
    return delete("vaultId", vaultId).replaceWithVoid();
  }

  private static BackupRow row(CheckpointCreated event, PlannedBackup planned, String project) {
    BackupRow row = new BackupRow();
    row.id = planned.backupId();
    row.projectId = project;
    row.vaultId = event.vaultId();
    row.resourceId = planned.resourceId();
    row.resourceName = planned.resourceName();
    row.name = planned.name();
    row.status = BackupCopy.PROTECTING;
    row.automatic = event.autoTrigger();
    row.incremental = planned.incremental();
    row.takenAt = event.createdAt();
    row.expiredAt = event.expiredAt();
    return row;
  }
}
