package io.coffer.vault.subscription;

import io.coffer.contracts.notice.NoticeCommand.DeleteSubscription;
import io.coffer.contracts.notice.NoticeEvent.SubscriptionDeleted;
import io.coffer.contracts.work.DeliveryCommand.ForgetSubscription;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes a subscription, its secret and what it was not told. */
@ApplicationScoped
class DeleteSubscriptionHandler implements Handler<DeleteSubscription, SubscriptionState> {

  private final SubscriptionStore subscriptions;

  DeleteSubscriptionHandler(SubscriptionStore subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public Uni<SubscriptionState> load(DeleteSubscription command, Envelope envelope) {
    return subscriptions.state(envelope.project(), command.subscriptionId());
  }

  @Override
  public Decision decide(
      SubscriptionState subscription, DeleteSubscription command, Envelope envelope) {
    return Decision.accept(new SubscriptionDeleted(subscription.id(), envelope.time()))
        .and(new ForgetSubscription(subscription.id()));
  }

  @Override
  public Decision absent(DeleteSubscription command) {
    return SubscriptionNotFound.refusal(command.subscriptionId());
  }
}
