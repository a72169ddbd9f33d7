package io.coffer.billing.subscription;

import io.coffer.contracts.billing.SubscriptionCommand.EndSubscription;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends the subscription of what is gone for good. */
@ApplicationScoped
class EndSubscriptionHandler implements Handler<EndSubscription, Subscription> {

  private final SubscriptionStore subscriptions;

  EndSubscriptionHandler(SubscriptionStore subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public Uni<Subscription> load(EndSubscription command, Envelope envelope) {
    return subscriptions.state(envelope.project(), command.resourceId());
  }

  @Override
  public Decision decide(Subscription subscription, EndSubscription command, Envelope envelope) {
    return subscription.isOver()
        ? Decision.nothing()
        : Decision.accept(new SubscriptionEnded(command.resourceId(), envelope.time()));
  }

  @Override
  public Decision absent(EndSubscription command) {
    return SubscriptionNotFound.refusal(command.resourceId());
  }
}
