package io.coffer.vault.subscription;

import io.coffer.contracts.notice.NoticeEvent.NoticeDelivered;
import io.coffer.contracts.notice.NoticeEvent.NoticeGivenUp;
import io.coffer.contracts.notice.NoticeEvent.SubscriptionDisabled;
import io.coffer.contracts.task.DeliveryEvent;
import io.coffer.contracts.task.DeliveryEvent.DeliveryGivenUp;
import io.coffer.contracts.task.DeliveryEvent.DeliverySucceeded;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes workers at their word about deliveries. */
@ApplicationScoped
class WhenDeliveryEndedThenTell implements Handler<DeliveryEvent, WhenDeliveryEndedThenTell.State> {

  private static final String GONE = "The receiver answered 410: it is gone.";

  private final SubscriptionStore subscriptions;
  private final DeliveryStore deliveries;

  WhenDeliveryEndedThenTell(SubscriptionStore subscriptions, DeliveryStore deliveries) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
  }

  /**
   * What is known.
   *
   * @param latest whether no other try took the place of this one
   */
  record State(SubscriptionState subscription, boolean latest) {}

  @Override
  public Uni<State> load(DeliveryEvent event, Envelope envelope) {
    return Loading.of(subscriptions.state(envelope.project(), event.subscriptionId()))
        .then(
            subscription ->
                deliveries.isLatest(
                    envelope.project(), subscription.id(), event.noticeId(), event.deliveryId()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, DeliveryEvent event, Envelope envelope) {
    if (!state.latest()) {
      return Decision.nothing();
    }
    if (event instanceof DeliverySucceeded good) {
      return Decision.accept(
          new NoticeDelivered(
              good.subscriptionId(), good.noticeId(), good.deliveryId(), good.endedAt()));
    }
    if (event instanceof DeliveryGivenUp bad) {
      return Decision.accept(
          new NoticeGivenUp(
              bad.subscriptionId(), bad.noticeId(), bad.deliveryId(), bad.reason(), bad.endedAt()));
    }
    return state.subscription().status() == SubscriptionStatus.disabled
        ? Decision.accept(
            new NoticeGivenUp(
                event.subscriptionId(),
                event.noticeId(),
                event.deliveryId(),
                GONE,
                event.endedAt()))
        : Decision.accept(new SubscriptionDisabled(event.subscriptionId(), GONE, event.endedAt()));
  }

  /** A word on a subscription that is gone changes nothing. */
  @Override
  public Decision absent(DeliveryEvent event) {
    return Decision.nothing();
  }
}
