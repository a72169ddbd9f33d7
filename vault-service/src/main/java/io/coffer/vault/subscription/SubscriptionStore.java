package io.coffer.vault.subscription;

import io.coffer.contracts.notice.NoticeEvent.SubscriptionCreated;
import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Who in a project wants to be told what. */
@ApplicationScoped
class SubscriptionStore implements ProjectStore<SubscriptionRow> {

  /** What decisions know of it; null when it is not there or not this project's. */
  Uni<SubscriptionState> state(String project, UUID id) {
    return of(project, id).onItem().ifNotNull().transform(SubscriptionRow::state);
  }

  /** All of a project, the oldest first. */
  Uni<List<SubscriptionState>> states(String project) {
    return list("projectId = ?1 order by createdAt, id", project)
        .map(rows -> rows.stream().map(SubscriptionRow::state).toList());
  }

  Uni<Long> numberOf(String project) {
    return count("projectId", project);
  }

  Uni<Void> created(SubscriptionCreated event, String project) {
    SubscriptionRow row = new SubscriptionRow();
    row.id = event.subscriptionId();
    row.projectId = project;
    row.kind = event.kind();
    row.target = event.target();
    row.eventTypes = event.eventTypes();
    row.status = SubscriptionStatus.active;
    row.userId = event.userId();
    row.createdAt = event.createdAt();
    row.updatedAt = event.createdAt();
    return persist(row).replaceWithVoid();
  }

  /** Changes it, unless it is gone by now. */
  Uni<Void> change(String project, UUID id, Instant at, Consumer<SubscriptionRow> change) {
    return of(project, id)
        .onItem()
        .ifNotNull()
        .invoke(
            row -> {
              change.accept(row);
              row.updatedAt = at;
            })
        .replaceWithVoid();
  }

  Uni<Void> deleted(String project, UUID id) {
    return of(project, id).onItem().ifNotNull().transformToUni(row -> delete(row));
  }
}
