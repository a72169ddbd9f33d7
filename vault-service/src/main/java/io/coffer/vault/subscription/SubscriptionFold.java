package io.coffer.vault.subscription;

import io.coffer.contracts.notice.NoticeEvent.NoticeDelivered;
import io.coffer.contracts.notice.NoticeEvent.NoticeGivenUp;
import io.coffer.contracts.notice.NoticeEvent.NoticesSent;
import io.coffer.contracts.notice.NoticeEvent.SubscriptionCreated;
import io.coffer.contracts.notice.NoticeEvent.SubscriptionDeleted;
import io.coffer.contracts.notice.NoticeEvent.SubscriptionDisabled;
import io.coffer.contracts.notice.NoticeEvent.SubscriptionEnabled;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who wants to be told, and what they were not told yet. */
@ApplicationScoped
class SubscriptionFold implements NounFold {

  private final SubscriptionStore subscriptions;
  private final DeliveryStore deliveries;

  SubscriptionFold(SubscriptionStore subscriptions, DeliveryStore deliveries) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
  }

  @Override
  public void enter(EventTable table) {
    table.inProject(SubscriptionCreated.class, subscriptions::created);
    table.on(SubscriptionDeleted.class, this::deleted);
    table.on(SubscriptionDisabled.class, this::disabled);
    table.on(SubscriptionEnabled.class, this::enabled);
    table.on(NoticesSent.class, this::sent);
    table.on(NoticeDelivered.class, this::delivered);
    table.on(
        NoticeGivenUp.class, (event, envelope) -> deliveries.givenUp(envelope.project(), event));
  }

  private Uni<Void> deleted(SubscriptionDeleted event, Envelope envelope) {
    return deliveries
        .removeOf(event.subscriptionId())
        .chain(() -> subscriptions.deleted(envelope.project(), event.subscriptionId()));
  }

  private Uni<Void> disabled(SubscriptionDisabled event, Envelope envelope) {
    return subscriptions
        .change(
            envelope.project(),
            event.subscriptionId(),
            event.disabledAt(),
            row -> {
              row.status = SubscriptionStatus.disabled;
              row.disabledReason = event.reason();
            })
        .chain(
            () ->
                deliveries.receiverGone(
                    event.subscriptionId(), event.reason(), event.disabledAt()));
  }

  private Uni<Void> enabled(SubscriptionEnabled event, Envelope envelope) {
    return subscriptions.change(
        envelope.project(),
        event.subscriptionId(),
        event.enabledAt(),
        row -> {
          row.status = SubscriptionStatus.active;
          row.disabledReason = null;
        });
  }

  private Uni<Void> sent(NoticesSent event, Envelope envelope) {
    return Sequence.each(
        event.sent(),
        one -> deliveries.sent(envelope.project(), event.subscriptionId(), one, event.sentAt()));
  }

  private Uni<Void> delivered(NoticeDelivered event, Envelope envelope) {
    return subscriptions
        .change(
            envelope.project(), event.subscriptionId(), event.deliveredAt(), row -> row.delivered++)
        .chain(() -> deliveries.delivered(envelope.project(), event));
  }
}
