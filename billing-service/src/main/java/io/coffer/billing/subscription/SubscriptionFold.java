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
    table.inProject(SubscriptionRenewed.class, subscriptions::renewed);
    table.inProject(SubscriptionExpired.class, subscriptions::expired);
    table.inProject(SubscriptionFrozen.class, subscriptions::frozen);
    table.inProject(SubscriptionPostponed.class, subscriptions::postponed);
    table.inProject(AccountToppedUp.class, subscriptions::payable);
    table.inProject(SubscriptionResized.class, subscriptions::resized);
    table.inProject(AutoRenewSet.class, subscriptions::renews);
    table.inProject(SubscriptionEnded.class, subscriptions::ended);
  }
}
