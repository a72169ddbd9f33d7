package io.coffer.vault.subscription;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeEvent.NoticesSent;
import io.coffer.contracts.notice.NoticeEvent.Sent;
import io.coffer.contracts.work.DeliveryCommand;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import java.util.List;
import java.util.UUID;

/** How notices are sent on their way: the fact, and the work of each. */
final class Sending {

  private Sending() {}

  static Decision.Accepted with(
      Decision.Accepted decided,
      SubscriptionState subscription,
      List<Notice> notices,
      Envelope envelope) {
    List<Sent> sent =
        notices.stream()
            .map(notice -> new Sent(deliveryId(subscription, notice, envelope), notice))
            .toList();
    List<? extends DeliveryCommand> work =
        sent.stream()
            .map(one -> subscription.delivery(one.deliveryId(), one.notice(), envelope.time()))
            .toList();
    return decided.and(new NoticesSent(subscription.id(), sent, envelope.time())).and(work);
  }

  private static UUID deliveryId(SubscriptionState subscription, Notice notice, Envelope envelope) {
    return DerivedId.of(envelope.id(), "delivery/" + subscription.id() + "/" + notice.id());
  }
}
