package io.coffer.vault.resource;

import io.coffer.contracts.Event;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.MigrationEvent;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalFailed;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalStarted;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.messaging.dispatch.Sequence;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The resources in vaults. Lists come in the order of association. */
@ApplicationScoped
public class ResourceStore implements PanacheRepositoryBase<ResourceRow, ResourceKey> {

  private static final String ORDER = " order by addedAt, resourceId";
  private static final String OCCUPANCIES =
      "select r.vaultId, count(*), sum(r.sizeGb) from ResourceRow r"
          + " where r.vaultId in (:vaults) group by r.vaultId";

  /** What decisions know of the resources of a vault. */
  public Uni<List<ResourceState>> statesIn(String project, UUID vaultId) {
    return inVault(project, vaultId).map(ResourceStore::states);
  }

  /** What decisions know of those of these resources that are in any vault of the project. */
  public Uni<List<ResourceState>> states(String project, Collection<String> resourceIds) {
    return bound(project, resourceIds).map(ResourceStore::states);
  }

  public Uni<List<ResourceRow>> inVault(String project, UUID vaultId) {
    return list("projectId = ?1 and vaultId = ?2" + ORDER, project, vaultId);
  }

  /** The resources of vaults, by vault; null where they are more than so many together. */
  public Uni<Map<UUID, List<ResourceRow>>> inVaults(Collection<UUID> vaultIds, int most) {
    return vaultIds.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : find("vaultId in (?1)" + ORDER, vaultIds)
            .range(0, most)
            .list()
            .map(
                rows ->
                    rows.size() > most
                        ? null
                        : rows.stream().collect(Collectors.groupingBy(row -> row.vaultId)));
  }

  /** The vault of each of these resources that is in one. */
  public Uni<Map<String, UUID>> vaultsOf(String project, Collection<String> resourceIds) {
    return bound(project, resourceIds)
        .map(
            rows ->
                rows.stream().collect(Collectors.toMap(row -> row.resourceId, row -> row.vaultId)));
  }

  private Uni<List<ResourceRow>> bound(String project, Collection<String> resourceIds) {
    return resourceIds.isEmpty()
        ? Uni.createFrom().item(List.of())
        : list("projectId = ?1 and resourceId in (?2)" + ORDER, project, resourceIds);
  }

  /** How many resources vaults have, and how large these are together; none for an empty vault. */
  public Uni<Map<UUID, Occupancy>> occupancies(Collection<UUID> vaultIds) {
    return vaultIds.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : getSession()
            .chain(
                session ->
                    session
                        .createSelectionQuery(OCCUPANCIES, Object[].class)
                        .setParameter("vaults", vaultIds)
                        .getResultList())
            .map(
                rows ->
                    rows.stream()
                        .collect(
                            Collectors.toMap(
                                row -> (UUID) row[0],
                                row ->
                                    new Occupancy(
                                        ((Number) row[1]).longValue(),
                                        ((Number) row[2]).longValue()))));
  }

  /** How many resources a vault has. */
  public Uni<Long> countIn(String project, UUID vaultId) {
    return count("projectId = ?1 and vaultId = ?2", project, vaultId);
  }

  /** The task that takes a resource out of this vault; null when it stays or is not in it. */
  public Uni<UUID> removalOf(String project, UUID vaultId, String resourceId) {
    return of(project, resourceId)
        .map(row -> row == null || !row.vaultId.equals(vaultId) ? null : row.removalId);
  }

  private Uni<ResourceRow> of(String project, String resourceId) {
    return findById(new ResourceKey(project, resourceId));
  }

  public Uni<Void> added(ResourcesAdded event, String project) {
    List<String> ids = event.resources().stream().map(named -> named.facts().id()).toList();
    return bound(project, ids)
        .chain(
            bound -> {
              Map<String, ResourceRow> known =
                  bound.stream().collect(Collectors.toMap(r -> r.resourceId, Function.identity()));
              return Sequence.each(
                  event.resources(),
                  named -> put(known.get(named.facts().id()), named, event, project));
            });
  }

  public Uni<Void> removalStarted(ResourceRemovalStarted event, String project) {
    return each(
        project,
        event.resourceIds(),
        row -> {
          happened(row, event);
          row.removalId = event.operationId();
        });
  }

  public Uni<Void> removalFailed(ResourceRemovalFailed event, String project) {
    return each(
        project,
        event.resourceIds(),
        row -> {
          happened(row, event);
          row.removalId = null;
        });
  }

  public Uni<Void> removed(ResourcesRemoved event, String project) {
    return bound(project, event.resourceIds()).chain(this::remove);
  }

  /** A move to another vault began, or came to nothing. */
  public Uni<Void> migrating(MigrationEvent event, String project) {
    return each(project, List.of(event.resourceId()), row -> happened(row, event));
  }

  /** It is in another vault, with its backups. */
  public Uni<Void> migrated(ResourceMigrated event, String project) {
    return each(
        project,
        List.of(event.resourceId()),
        row -> {
          happened(row, event);
          row.vaultId = event.destinationVaultId();
          row.addedAt = event.migratedAt();
          row.storedBytes = event.storedBytes();
          row.backupCount =
              (int) event.backups().stream().filter(one -> one.snapshotId() != null).count();
        });
  }

  /** What the backups of these resources take up in the vault that they are in. */
  public Uni<Long> storedBytes(String project, Collection<String> resourceIds) {
    return bound(project, resourceIds)
        .map(rows -> rows.stream().mapToLong(row -> row.storedBytes).sum());
  }

  /** The vault is gone. */
  public Uni<Void> removeOf(String project, UUID vaultId) {
    return inVault(project, vaultId).chain(this::remove);
  }

  /** Backups of these resources have begun. */
  public Uni<Void> protecting(Event event, String project, List<String> resourceIds) {
    return each(project, resourceIds, row -> happened(row, event));
  }

  /** A backup ended. */
  public Uni<Void> backedUp(
      Event event, String project, String resourceId, int backups, long storedBytes) {
    return each(
        project,
        List.of(resourceId),
        row -> {
          happened(row, event);
          count(row, backups, storedBytes);
        });
  }

  /** A backup is gone. */
  public Uni<Void> backupDeleted(
      String project, UUID vaultId, String resourceId, int backups, long freedBytes) {
    return of(project, resourceId)
        .invoke(
            row -> {
              if (row != null && row.vaultId.equals(vaultId)) {
                count(row, -backups, -freedBytes);
              }
            })
        .replaceWithVoid();
  }

  /**
   * A restore onto this resource began or ended. It need not be in a vault, and may have come into
   * one meanwhile.
   */
  public Uni<Void> restoring(Event event, String project, String resourceId) {
    return of(project, resourceId)
        .invoke(
            row -> {
              if (row != null && ResourceLifecycle.TABLE.allows(row.status, event.getClass())) {
                happened(row, event);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> put(
      ResourceRow known, KnownResource named, ResourcesAdded event, String project) {
    ResourceFacts facts = named.facts();
    ResourceRow row = known == null ? new ResourceRow() : known;
    row.name = facts.name();
    row.sizeGb = facts.sizeGb();
    row.choices = known == null ? named.choices() : named.choices().over(row.choices);
    if (known != null) {
      return Uni.createFrom().voidItem();
    }
    row.projectId = project;
    row.resourceId = facts.id();
    row.vaultId = event.vaultId();
    row.type = facts.type();
    row.addedAt = event.addedAt();
    happened(row, event);
    return persist(row).replaceWithVoid();
  }

  /** Changes those of these resources that are in a vault. */
  public Uni<Void> each(String project, List<String> ids, Consumer<ResourceRow> change) {
    return bound(project, ids).invoke(rows -> rows.forEach(change)).replaceWithVoid();
  }

  private Uni<Void> remove(List<ResourceRow> rows) {
    return getSession().chain(session -> session.removeAll(rows.toArray()));
  }

  private static List<ResourceState> states(List<ResourceRow> rows) {
    return rows.stream().map(ResourceRow::state).toList();
  }

  private static void happened(ResourceRow row, Event event) {
    row.status = ResourceLifecycle.TABLE.after(row.status, event.getClass());
  }

  private static void count(ResourceRow row, int backups, long bytes) {
    row.backupCount += backups;
    row.storedBytes = Math.max(0, row.storedBytes + bytes);
  }
}
