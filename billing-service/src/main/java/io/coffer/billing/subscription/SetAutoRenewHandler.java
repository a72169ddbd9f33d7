package io.coffer.billing.subscription;

import io.coffer.contracts.billing.SubscriptionCommand.SetAutoRenew;
import io.coffer.contracts.billing.SubscriptionEvent.AutoRenewSet;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether a subscription is renewed by itself. */
@ApplicationScoped
class SetAutoRenewHandler implements Handler<SetAutoRenew, Subscription> {

  private final SubscriptionStore subscriptions;

  SetAutoRenewHandler(SubscriptionStore subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public Uni<Subscription> load(SetAutoRenew command, Envelope envelope) {
    return subscriptions.state(envelope.project(), command.resourceId());
  }

  @Override
  public Decision decide(Subscription subscription, SetAutoRenew command, Envelope envelope) {
    if (subscription.isOver()) {
      return SubscriptionNotFound.refusal(command.resourceId());
    }
    return subscription.autoRenew() == command.autoRenew()
        ? Decision.nothing()
        : Decision.accept(
            new AutoRenewSet(command.resourceId(), command.autoRenew(), envelope.time()));
  }

  @Override
  public Decision absent(SetAutoRenew command) {
    return SubscriptionNotFound.refusal(command.resourceId());
  }
}
