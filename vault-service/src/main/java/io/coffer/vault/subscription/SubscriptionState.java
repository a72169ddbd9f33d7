package io.coffer.vault.subscription;

import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeType;
import io.coffer.contracts.work.DeliveryCommand.StartDelivery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What decisions know of a subscription. */
record SubscriptionState(
    UUID id,
    String project,
    String kind,
    String target,
    List<String> eventTypes,
    SubscriptionStatus status) {

  /** Whether it wants to be told this. */
  boolean wants(Notice notice) {
    return status == SubscriptionStatus.active
        && (eventTypes.isEmpty()
            || eventTypes.contains(notice.type())
            || notice.type().equals(NoticeType.TEST));
  }

  /** The work of telling it. */
  StartDelivery delivery(UUID deliveryId, Notice notice, Instant at) {
    String body =
        kind.equals("mail") ? MailText.of(project, notice) : CloudEvent.of(project, notice).json();
    return new StartDelivery(
        deliveryId, id, notice.id(), kind, target, "Coffer: " + notice.type(), body, at);
  }
}
