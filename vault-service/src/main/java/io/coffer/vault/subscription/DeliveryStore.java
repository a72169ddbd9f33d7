package io.coffer.vault.subscription;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeEvent.NoticeDelivered;
import io.coffer.contracts.notice.NoticeEvent.NoticeGivenUp;
import io.coffer.contracts.notice.NoticeEvent.Sent;
import io.coffer.owner.store.Many;
import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What subscriptions were not told yet, or could not be told. What they know is forgotten. */
@ApplicationScoped
class DeliveryStore implements ProjectStore<DeliveryRow> {

  /** A subscription is told a notice in one way at a time: the id is made of both. */
  static UUID id(UUID subscriptionId, UUID noticeId) {
    return DerivedId.of(subscriptionId, noticeId.toString());
  }

  /** Whether this is the try that is under way, or was the last. */
  Uni<Boolean> isLatest(String project, UUID subscriptionId, UUID noticeId, UUID deliveryId) {
    return latest(project, subscriptionId, noticeId, deliveryId).map(row -> row != null);
  }

  private Uni<DeliveryRow> latest(
      String project, UUID subscriptionId, UUID noticeId, UUID deliveryId) {
    return of(project, id(subscriptionId, noticeId))
        .map(row -> row == null || !row.deliveryId.equals(deliveryId) ? null : row);
  }

  /** The oldest notices that were given up, at most so many. */
  Uni<List<Notice>> givenUp(String project, UUID subscriptionId, Instant since, int most) {
    return find(
            "projectId = ?1 and subscriptionId = ?2 and givenUp = true and noticedAt >= ?3"
                + " order by noticedAt, id",
            project,
            subscriptionId,
            since)
        .page(0, most)
        .list()
        .map(rows -> rows.stream().map(row -> row.notice).toList());
  }

  /** How many of a subscription wait, or were given up. */
  Uni<Long> numberOf(String project, UUID subscriptionId, boolean givenUp) {
    return count(
        "projectId = ?1 and subscriptionId = ?2 and givenUp = ?3",
        project,
        subscriptionId,
        givenUp);
  }

  Uni<DeliveryCounts> counts(String project) {
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "select d.subscriptionId, d.givenUp, count(*) from DeliveryRow d"
                            + " where d.projectId = :project group by d.subscriptionId, d.givenUp",
                        Object[].class)
                    .setParameter("project", project)
                    .getResultList())
        .map(
            rows ->
                new DeliveryCounts(
                    rows.stream()
                        .map(
                            row ->
                                new DeliveryCounts.Line(
                                    (UUID) row[0], (Boolean) row[1], ((Number) row[2]).longValue()))
                        .toList()));
  }

  Uni<Void> sent(String project, UUID subscriptionId, Sent sent, Instant at) {
    UUID id = id(subscriptionId, sent.notice().id());
    return of(project, id)
        .chain(
            row -> {
              if (row != null) {
                on(row, sent, at);
                return Uni.createFrom().voidItem();
              }
              DeliveryRow made = new DeliveryRow();
              made.id = id;
              made.projectId = project;
              made.subscriptionId = subscriptionId;
              made.notice = sent.notice();
              made.noticedAt = sent.notice().at();
              on(made, sent, at);
              return persist(made).replaceWithVoid();
            });
  }

  private static void on(DeliveryRow row, Sent sent, Instant at) {
    row.deliveryId = sent.deliveryId();
    row.givenUp = false;
    row.reason = null;
    row.updatedAt = at;
  }

  Uni<Void> delivered(String project, NoticeDelivered event) {
    return latest(project, event.subscriptionId(), event.noticeId(), event.deliveryId())
        .onItem()
        .ifNotNull()
        .transformToUni(row -> delete(row));
  }

  Uni<Void> givenUp(String project, NoticeGivenUp event) {
    return latest(project, event.subscriptionId(), event.noticeId(), event.deliveryId())
        .onItem()
        .ifNotNull()
        .invoke(row -> giveUp(row, event.reason(), event.givenUpAt()))
        .replaceWithVoid();
  }

  /** Whatever waits for a receiver is given up with it. */
  Uni<Void> receiverGone(UUID subscriptionId, String reason, Instant at) {
    return list("subscriptionId = ?1 and givenUp = false", subscriptionId)
        .invoke(rows -> rows.forEach(row -> giveUp(row, reason, at)))
        .replaceWithVoid();
  }

  private static void giveUp(DeliveryRow row, String reason, Instant at) {
    row.givenUp = true;
    row.reason = reason;
    row.updatedAt = at;
  }

  Uni<Void> removeOf(UUID subscriptionId) {
    return Many.remove(this, "subscriptionId", subscriptionId);
  }
}
