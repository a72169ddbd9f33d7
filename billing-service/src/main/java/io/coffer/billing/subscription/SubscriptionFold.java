package io.coffer.billing.subscription;

import io.coffer.contracts.billing.AccountEvent.AccountToppedUp;
import io.coffer.contracts.billing.SubscriptionEvent.AutoRenewSet;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionExpired;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionFrozen;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionPostponed;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionRenewed;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionResized;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionStarted;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import jakarta.enterprise.context.ApplicationScoped;

/** The subscriptions as a fold of their events. */
@ApplicationScoped
class SubscriptionFold implements NounFold {

  private final SubscriptionStore subscriptions;

  SubscriptionFold(SubscriptionStore subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public void enter(EventTable table) {
    table.inProject(SubscriptionStarted.class, subscriptions::started);
    table.on(SubscriptionRenewed.class, (event, envelope) -> subscriptions.renewed(event));
    table.on(SubscriptionExpired.class, (event, envelope) -> subscriptions.expired(event));
    table.on(SubscriptionFrozen.class, (event, envelope) -> subscriptions.frozen(event));
    table.on(SubscriptionPostponed.class, (event, envelope) -> subscriptions.postponed(event));
    table.on(
        AccountToppedUp.class,
        (event, envelope) -> subscriptions.payable(envelope.project(), event.toppedUpAt()));
    table.on(SubscriptionResized.class, (event, envelope) -> subscriptions.resized(event));
    table.on(AutoRenewSet.class, (event, envelope) -> subscriptions.renews(event));
    table.on(SubscriptionEnded.class, (event, envelope) -> subscriptions.ended(event));
  }
}
