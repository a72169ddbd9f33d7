package io.coffer.vault.backup;

import io.coffer.contracts.vault.BackupEvent;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.BackupRenamed;
import io.coffer.contracts.vault.BackupEvent.ExpirationSet;
import io.coffer.contracts.vault.MigrationEvent.MigratedBackup;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.owner.store.Many;
import io.coffer.owner.store.ProjectStore;
import io.coffer.vault.vault.VaultContents;
import io.coffer.vault.vault.VaultRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The backups. A family is the backup of a resource, first, and those of its volumes in order. */
@ApplicationScoped
public class BackupStore implements ProjectStore<BackupRow>, VaultContents {

  private static final String NEWEST =
      """
      select b.resourceId, b.snapshotId from BackupRow b
      where b.vaultId = :vault and b.resourceId in (:resources) and b.parentId is null
        and b.status in (available, restoring) and b.snapshotId is not null
        and not exists (select 1 from BackupRow n
          where n.vaultId = b.vaultId and n.resourceId = b.resourceId and n.parentId is null
            and n.status in (available, restoring) and n.snapshotId is not null
            and n.createdAt > b.createdAt)
      order by b.id
      """;

  private static final String ENDING =
      """
      select b.id from BackupRow b
      where b.vaultId = :vault and b.parentId is null and b.expiredAt is not null
        and b.status <> deleting
      order by b.createdAt, b.id
      """;

  /** What decisions know of the backup if it is this project's; else null. */
  public Uni<BackupState> state(String project, UUID id) {
    return of(project, id).onItem().ifNotNull().transform(BackupRow::state);
  }

  /** A backup of a resource with those of its volumes. */
  Uni<List<BackupRow>> family(String project, UUID id) {
    return list("projectId = ?1 and (id = ?2 or parentId = ?2) order by place, id", project, id);
  }

  /** Backups of the volumes of servers, by server; null where they are more than so many. */
  public Uni<Map<UUID, List<BackupRow>>> children(Collection<UUID> parents, int most) {
    return parents.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : find("parentId in (?1) order by place, id", parents)
            .range(0, most)
            .list()
            .map(
                rows ->
                    rows.size() > most
                        ? null
                        : rows.stream().collect(Collectors.groupingBy(row -> row.parentId)));
  }

  /** The oldest backups of resources in a vault, so many at most. */
  public Uni<List<BackupState>> ofResources(
      UUID vaultId, Collection<String> resourceIds, int most) {
    return find(
            "vaultId = ?1 and parentId is null and resourceId in (?2) order by createdAt, id",
            vaultId,
            resourceIds)
        .page(0, most)
        .list()
        .map(BackupStore::states);
  }

  /** The backup of the resource that this one is of or is a part of, and those of its volumes. */
  Uni<List<BackupState>> familyOf(String project, BackupState one) {
    return family(project, one.parentId() == null ? one.id() : one.parentId())
        .map(BackupStore::states);
  }

  /** Backups of resources that a checkpoint made. */
  public Uni<List<BackupRow>> ofCheckpoint(String project, UUID checkpointId) {
    return list(
        "projectId = ?1 and checkpointId = ?2 and parentId is null order by place, resourceId",
        project,
        checkpointId);
  }

  /** The snapshot of the newest good backup of each of these resources that has one. */
  public Uni<Map<String, String>> newestSnapshots(UUID vaultId, Collection<String> resources) {
    if (resources.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(NEWEST, Object[].class)
                    .setParameter("vault", vaultId)
                    .setParameter("resources", resources)
                    .getResultList())
        .map(
            rows -> {
              Map<String, String> newest = new HashMap<>();
              rows.forEach(row -> newest.put((String) row[0], (String) row[1]));
              return newest;
            });
  }

  /** Something happened to a backup and thereby to those of its volumes. */
  public Uni<List<BackupRow>> happened(String project, UUID id, BackupEvent event, Instant at) {
    return family(project, id)
        .invoke(
            rows -> {
              if (rows.isEmpty()) {
                throw new IllegalStateException("there is no backup " + id);
              }
              rows.forEach(row -> move(row, event, at));
            });
  }

  /** A backup became good; the restore point that it is in. */
  public Uni<UUID> completed(BackupCompleted event, String project) {
    return happened(project, event.backupId(), event, event.completedAt())
        .invoke(
            rows -> {
              rows.get(0).sizeBytes = event.sizeBytes();
              rows.get(0).storedBytes = event.storedBytes();
              for (BackupRow row : rows) {
                row.snapshotId = event.snapshotId();
                row.protectedAt = row.createdAt;
              }
            })
        .map(rows -> rows.get(0).checkpointId);
  }

  /** A backup came to nothing; the restore point that it is in. */
  public Uni<UUID> failed(BackupFailed event, String project) {
    return happened(project, event.backupId(), event, event.failedAt())
        .invoke(rows -> rows.get(0).storedBytes = event.storedBytes())
        .map(rows -> rows.get(0).checkpointId);
  }

  /** Backups of resources in a vault that have an end and are not being deleted. */
  Uni<List<UUID>> ending(UUID vaultId) {
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(ENDING, UUID.class)
                    .setParameter("vault", vaultId)
                    .getResultList());
  }

  /** Backups of resources, and with them those of volumes, have another end. */
  Uni<Void> expiring(ExpirationSet event) {
    return Many.each(
        this,
        event.backupIds(),
        some ->
            list("vaultId = ?1 and (id in (?2) or parentId in (?2))", event.vaultId(), some)
                .invoke(rows -> rows.forEach(row -> expiring(row, event))));
  }

  private static void expiring(BackupRow row, ExpirationSet event) {
    row.expiredAt = event.expiredAt();
    row.updatedAt = event.setAt();
  }

  /** Backups are in another vault, those of single volumes with them; all that moved. */
  public Uni<List<BackupRow>> migrated(ResourceMigrated event, String project, VaultRow into) {
    Map<UUID, MigratedBackup> moved =
        event.backups().stream().collect(Collectors.toMap(MigratedBackup::backupId, one -> one));
    return moved.isEmpty()
        ? Uni.createFrom().item(List.of())
        : list(
                "projectId = ?1 and (id in (?2) or parentId in (?2)) order by createdAt, place, id",
                project,
                moved.keySet())
            .invoke(
                rows -> {
                  for (BackupRow row : rows) {
                    row.moved(into, moved.get(row.family()).snapshotId(), event.migratedAt());
                  }
                });
  }

  /** Backups of a restore point, with those of single volumes, are in another one. */
  public Uni<Void> joined(UUID checkpointId, UUID other) {
    return list("checkpointId", checkpointId)
        .invoke(rows -> rows.forEach(row -> row.checkpointId = other))
        .replaceWithVoid();
  }

  public Uni<Void> renamed(BackupRenamed event, String project) {
    return of(project, event.backupId())
        .invoke(
            row -> {
              row.name = event.name();
              row.updatedAt = event.updatedAt();
            })
        .replaceWithVoid();
  }

  public Uni<Void> remove(List<BackupRow> rows) {
    return getSession().chain(session -> session.removeAll(rows.toArray()));
  }

  @Override
  public Uni<Void> removeOf(UUID vaultId) {
    return Many.remove(this, "vaultId", vaultId);
  }

  private static List<BackupState> states(List<BackupRow> rows) {
    return rows.stream().map(BackupRow::state).toList();
  }

  /** A row that goes keeps its state: it is removed next. */
  private static void move(BackupRow row, BackupEvent event, Instant at) {
    BackupStatus next = BackupLifecycle.TABLE.after(row.status, event.getClass());
    row.status = next == null ? row.status : next;
    row.updatedAt = at;
  }
}
