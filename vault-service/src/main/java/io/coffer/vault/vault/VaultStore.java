package io.coffer.vault.vault;

import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeType;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultEvent;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultFrozen;
import io.coffer.contracts.vault.VaultEvent.VaultThawed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.owner.store.ProjectStore;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
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

  /** The oldest vaults of the project, as many as are changed at a time. */
  Uni<VaultsUpdate.Piece> oldest(String project) {
    return piece(find("projectId = ?1 order by createdAt, id", project));
  }

  /** Those behind one of them, unless they are newer than this, or changed since. */
  Uni<VaultsUpdate.Piece> behind(String project, Instant createdAt, UUID id, Instant until) {
    return piece(
        find(
            "projectId = ?1 and createdAt between ?2 and ?3 and updatedAt <= ?3"
                + " and (createdAt > ?2 or id > ?4) order by createdAt, id",
            project,
            createdAt,
            until,
            id));
  }

  private static Uni<VaultsUpdate.Piece> piece(PanacheQuery<VaultRow> found) {
    return found
        .page(0, VaultsUpdate.AT_A_TIME)
        .list()
        .map(
            rows -> {
              boolean more = rows.size() == VaultsUpdate.AT_A_TIME;
              VaultRow last = more ? rows.get(rows.size() - 1) : null;
              return new VaultsUpdate.Piece(
                  rows.stream().map(VaultRow::state).toList(),
                  more ? last.id : null,
                  more ? last.createdAt : null);
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
