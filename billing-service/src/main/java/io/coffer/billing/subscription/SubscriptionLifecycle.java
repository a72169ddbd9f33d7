package io.coffer.billing.subscription;

import io.coffer.contracts.billing.SubscriptionEvent;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionStarted;
import io.coffer.owner.lifecycle.Lifecycle;
import io.coffer.owner.lifecycle.Lifecycle.Transition;
import java.util.List;

/** The states of a subscription. */
final class SubscriptionLifecycle {

  static final Lifecycle<SubscriptionStatus, Class<? extends SubscriptionEvent>> TABLE =
      new Lifecycle<>(
          "A subscription",
          List.of(
              row(null, SubscriptionStarted.class, SubscriptionStatus.ACTIVE),
              row(SubscriptionStatus.ACTIVE, SubscriptionEnded.class, SubscriptionStatus.ENDED)));

  private SubscriptionLifecycle() {}

  private static Transition<SubscriptionStatus, Class<? extends SubscriptionEvent>> row(
      SubscriptionStatus from, Class<? extends SubscriptionEvent> on, SubscriptionStatus to) {
    return new Transition<>(from, on, to);
  }
}
