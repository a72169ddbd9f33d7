package io.coffer.billing.dbom;

import io.coffer.contracts.dbom.InstanceEvent.InstanceChanged;
import io.coffer.contracts.dbom.InstanceEvent.InstanceCreated;
import io.coffer.contracts.dbom.InstanceEvent.InstanceDeleted;
import io.coffer.contracts.dbom.InstanceEvent.InstanceFrozen;
import io.coffer.contracts.dbom.InstanceEvent.InstanceStatusChanged;
import io.coffer.contracts.dbom.InstanceEvent.InstanceThawed;
import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The instances, each of which its own project sees alone. */
@ApplicationScoped
class InstanceStore implements ProjectStore<InstanceRow> {

  /** The instance if it is this project's; else null, as if it were not there. */
  Uni<InstanceState> state(String project, UUID id) {
    return of(project, id).onItem().ifNotNull().transform(InstanceRow::state);
  }

  /** How many a project has. */
  Uni<Long> numberOf(String project) {
    return count("projectId", project);
  }

  /** All of a project, the newest first. */
  Uni<List<InstanceRow>> newestFirst(String project) {
    return list("projectId = ?1 order by createdAt desc, id", project);
  }

  Uni<Void> created(InstanceCreated event, String project) {
    InstanceRow row = new InstanceRow();
    row.id = event.instanceId();
    row.projectId = project;
    row.settings = event.settings();
    row.boughtBy = event.order();
    row.status = InstanceStatus.CREATING;
    row.statusSince = event.createdAt();
    row.createdAt = event.createdAt();
    return persist(row).replaceWithVoid();
  }

  Uni<Void> statusChanged(InstanceStatusChanged event, String project) {
    return one(project, event.instanceId())
        .invoke(
            row -> {
              row.status = InstanceStatus.valueOf(event.status());
              row.statusSince = event.changedAt();
              row.reason = event.reason();
            })
        .replaceWithVoid();
  }

  Uni<Void> changed(InstanceChanged event, String project) {
    return one(project, event.instanceId())
        .invoke(row -> row.settings = event.settings())
        .replaceWithVoid();
  }

  /** It counts from the first time that it was told. */
  Uni<Void> frozen(InstanceFrozen event, String project) {
    return one(project, event.instanceId())
        .invoke(
            row -> {
              Instant since =
                  row.state().scene(event.scene()).map(FrozenScene::since).orElse(event.frozenAt());
              FrozenScene scene = new FrozenScene(event.scene(), event.releasable(), since);
              row.frozenScenes =
                  Stream.concat(others(row, event.scene()), Stream.of(scene))
                      .sorted(Comparator.comparing(FrozenScene::name))
                      .toList();
            })
        .replaceWithVoid();
  }

  Uni<Void> thawed(InstanceThawed event, String project) {
    return one(project, event.instanceId())
        .invoke(row -> row.frozenScenes = others(row, event.scene()).toList())
        .replaceWithVoid();
  }

  private static Stream<FrozenScene> others(InstanceRow row, String scene) {
    return row.frozenScenes.stream().filter(other -> !other.name().equals(scene));
  }

  Uni<Void> deleted(InstanceDeleted event, String project) {
    return one(project, event.instanceId()).chain(this::delete);
  }
}
