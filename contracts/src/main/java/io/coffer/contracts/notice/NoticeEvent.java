package io.coffer.contracts.notice;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is told, to whom, and what came of it. */
public sealed interface NoticeEvent extends Event {

  /** Something happened that people want to be told, whether or not anybody listens. */
  @WireName("coffer.notice.given.v1")
  record NoticeGiven(Notice notice) implements NoticeEvent {}

  /** Somebody wants to be told. */
  @WireName("coffer.notice-subscription.created.v1")
  record SubscriptionCreated(
      UUID subscriptionId,
      String kind,
      String target,
      List<String> eventTypes,
      String userId,
      Instant createdAt)
      implements NoticeEvent {}

  /** Nobody is told there any more. */
  @WireName("coffer.notice-subscription.deleted.v1")
  record SubscriptionDeleted(UUID subscriptionId, Instant deletedAt) implements NoticeEvent {}

  /** Its receiver said that it is gone: it is told nothing more, and what waited is given up. */
  @WireName("coffer.notice-subscription.disabled.v1")
  record SubscriptionDisabled(UUID subscriptionId, String reason, Instant disabledAt)
      implements NoticeEvent {}

  /** It is told again. */
  @WireName("coffer.notice-subscription.enabled.v1")
  record SubscriptionEnabled(UUID subscriptionId, Instant enabledAt) implements NoticeEvent {}

  /** These notices are on their way to it, each in place of an earlier try. */
  @WireName("coffer.notice.sent.v1")
  record NoticesSent(UUID subscriptionId, List<Sent> sent, Instant sentAt) implements NoticeEvent {}

  /** A notice and the try to deliver it. */
  record Sent(UUID deliveryId, Notice notice) {}

  /** The receiver took it. */
  @WireName("coffer.notice.delivered.v1")
  record NoticeDelivered(UUID subscriptionId, UUID noticeId, UUID deliveryId, Instant deliveredAt)
      implements NoticeEvent {}

  /** It was tried for as long as is tried; it can be sent again. */
  @WireName("coffer.notice.given-up.v1")
  record NoticeGivenUp(
      UUID subscriptionId, UUID noticeId, UUID deliveryId, String reason, Instant givenUpAt)
      implements NoticeEvent {}
}
