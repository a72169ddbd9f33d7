package io.coffer.vault.vault;

import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeType;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultCommand.UpdateVaults;
import io.coffer.contracts.vault.VaultEvent;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultFrozen;
import io.coffer.contracts.vault.VaultEvent.VaultThawed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The vaults, as decisions and answers of their project see them. */
@ApplicationScoped
public class VaultStore implements ProjectStore<VaultRow> {

  private static final String BEHIND =
      """
      select new io.coffer.vault.vault.VaultState(
          r.id, r.status, r.settings, r.usedBytes, r.backups, r.frozenScenes, r.told),
        r.createdAt
      from VaultRow r
      where r.projectId = :project and r.createdAt between :createdAt and :asked
        and r.updatedAt <= :asked and (r.createdAt > :createdAt or r.id > :id)
      order by r.createdAt, r.id
      """;

  /** Those of these vaults that are this project's. */
  public Uni<List<VaultRow>> of(String project, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : list("projectId = ?1 and id in (?2)", project, ids);
  }

  /** What decisions know of the vault if it is this project's; else null. */
  public Uni<VaultState> state(String project, UUID id) {
    return of(project, id).onItem().ifNotNull().transform(VaultRow::state);
  }

  /** The tags of the vault if it is this project's; else null. */
  public Uni<List<Tag>> tags(String project, UUID id) {
    return of(project, id).onItem().ifNotNull().transform(row -> row.tags);
  }

  /**
   * The oldest vaults of the project that this changes, as many as are changed at a time. In its
   * turn all that is there came before it, whatever the clocks said.
   */
  Uni<VaultsUpdate.Piece> oldest(String project, UpdateVaults change) {
    return behind(project, Instant.EPOCH, VaultsUpdate.BEFORE_ALL, change, VaultsUpdate.AFTER_ALL);
  }

  /**
   * Those behind one of them, unless they are newer than this, or changed since. Those of which
   * none is changed are passed over.
   */
  Uni<VaultsUpdate.Piece> behind(
      String project, Instant createdAt, UUID id, UpdateVaults change, Instant asked) {
    return piece(project, createdAt, id, asked)
        .chain(
            piece ->
                piece.last() == null || VaultsUpdate.isAbout(piece, change)
                    ? Uni.createFrom().item(piece)
                    : behind(project, piece.createdAt(), piece.last(), change, asked));
  }

  /** The session keeps none of them. */
  private Uni<VaultsUpdate.Piece> piece(String project, Instant createdAt, UUID id, Instant asked) {
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(BEHIND, Object[].class)
                    .setParameter("project", project)
                    .setParameter("createdAt", createdAt)
                    .setParameter("id", id)
                    .setParameter("asked", asked)
                    .setMaxResults(VaultsUpdate.AT_A_TIME)
                    .getResultList())
        .map(
            rows -> {
              List<VaultState> vaults = rows.stream().map(row -> (VaultState) row[0]).toList();
              boolean more = vaults.size() == VaultsUpdate.AT_A_TIME;
              int last = vaults.size() - 1;
              return new VaultsUpdate.Piece(
                  vaults,
                  more ? vaults.get(last).id() : null,
                  more ? (Instant) rows.get(last)[1] : null);
            });
  }

  /** The vaults of the project that resources join by themselves, oldest first. */
  public Uni<List<VaultState>> binding(String project) {
    return list("projectId = ?1 and autoBind = true order by createdAt, id", project)
        .map(rows -> rows.stream().map(VaultRow::state).toList());
  }

  /** The oldest vaults of the project whose newest change is of this moment. */
  Uni<List<UUID>> changedAt(String project, Instant time) {
    return find("projectId = ?1 and updatedAt = ?2 order by createdAt, id", project, time)
        .page(0, VaultsUpdate.AT_A_TIME)
        .list()
        .map(rows -> rows.stream().map(row -> row.id).toList());
  }

  Uni<Void> created(VaultCreated event, String project) {
    VaultRow row = new VaultRow();
    row.id = event.vaultId();
    row.projectId = project;
    row.status = VaultLifecycle.TABLE.after(null, VaultCreated.class);
    row.choose(event.settings());
    row.tags = event.tags();
    row.userId = event.userId();
    row.createdAt = event.createdAt();
    row.updatedAt = event.createdAt();
    return persist(row).replaceWithVoid();
  }

  Uni<Void> updated(VaultUpdated event, String project) {
    return one(project, event.vaultId())
        .invoke(
            row -> {
              row.choose(event.settings());
              row.weigh();
              row.updatedAt = event.updatedAt();
            })
        .replaceWithVoid();
  }

  /** Something happened to a vault that changes its state. */
  Uni<VaultRow> happened(String project, UUID id, VaultEvent event, Instant at) {
    return one(project, id)
        .invoke(
            row -> {
              row.status = VaultLifecycle.TABLE.after(row.status, event.getClass());
              row.updatedAt = at;
            });
  }

  /** People were told of the vault; of one that is gone nothing is kept. */
  Uni<Void> told(Notice notice, String project) {
    return notice.type().equals(NoticeType.THRESHOLD_EXCEEDED)
        ? one(project, notice.vaultId()).invoke(row -> row.told = true).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  Uni<Void> frozen(VaultFrozen event, String project) {
    return happened(project, event.vaultId(), event, event.frozenAt())
        .invoke(
            row ->
                row.frozenScenes =
                    Stream.concat(others(row, event.scene()), Stream.of(scene(row, event)))
                        .sorted(Comparator.comparing(FrozenScene::name))
                        .toList())
        .replaceWithVoid();
  }

  Uni<Void> thawed(VaultThawed event, String project) {
    Uni<VaultRow> row =
        event.open()
            ? happened(project, event.vaultId(), event, event.thawedAt())
            : one(project, event.vaultId()).invoke(vault -> vault.updatedAt = event.thawedAt());
    return row.invoke(vault -> vault.frozenScenes = others(vault, event.scene()).toList())
        .replaceWithVoid();
  }

  /** It counts from the first time that it was told. */
  private static FrozenScene scene(VaultRow row, VaultFrozen event) {
    Instant since =
        row.state().scene(event.scene()).map(FrozenScene::since).orElse(event.frozenAt());
    return new FrozenScene(event.scene(), event.releasable(), since);
  }

  private static Stream<FrozenScene> others(VaultRow row, String scene) {
    return row.frozenScenes.stream().filter(other -> !other.name().equals(scene));
  }

  Uni<Void> deleted(VaultDeleted event, String project) {
    return one(project, event.vaultId())
        .invoke(row -> VaultLifecycle.TABLE.after(row.status, VaultDeleted.class))
        .chain(this::delete);
  }

  /** Its repository grew or shrank, and it has more or fewer backups. */
  public Uni<VaultRow> counted(String project, UUID id, int backups, long bytes) {
    return one(project, id)
        .invoke(
            row -> {
              row.backups += backups;
              row.usedBytes = Math.max(0, row.usedBytes + bytes);
              row.weigh();
            });
  }
}
