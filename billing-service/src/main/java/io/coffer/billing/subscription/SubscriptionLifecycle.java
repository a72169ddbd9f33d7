package io.coffer.billing.subscription;

import io.coffer.contracts.billing.SubscriptionEvent;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionExpired;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionFrozen;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionRenewed;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionStarted;
import io.coffer.owner.lifecycle.Lifecycle;
import io.coffer.owner.lifecycle.Lifecycle.Transition;
import java.util.List;

/** The states of a subscription, of whatever it is. Nothing leaves the last one. */
final class SubscriptionLifecycle {

  static final Lifecycle<SubscriptionStatus, Class<? extends SubscriptionEvent>> TABLE =
      new Lifecycle<>(
          "A subscription",
          List.of(
              row(null, SubscriptionStarted.class, SubscriptionStatus.ACTIVE),
              row(SubscriptionStatus.ACTIVE, SubscriptionRenewed.class, SubscriptionStatus.ACTIVE),
              row(SubscriptionStatus.ACTIVE, SubscriptionExpired.class, SubscriptionStatus.EXPIRED),
              row(SubscriptionStatus.EXPIRED, SubscriptionRenewed.class, SubscriptionStatus.ACTIVE),
              row(SubscriptionStatus.EXPIRED, SubscriptionFrozen.class, SubscriptionStatus.FROZEN),
              row(SubscriptionStatus.FROZEN, SubscriptionRenewed.class, SubscriptionStatus.ACTIVE),
              row(SubscriptionStatus.ACTIVE, SubscriptionEnded.class, SubscriptionStatus.ENDED),
              row(SubscriptionStatus.EXPIRED, SubscriptionEnded.class, SubscriptionStatus.ENDED),
              row(SubscriptionStatus.FROZEN, SubscriptionEnded.class, SubscriptionStatus.ENDED)));

  private SubscriptionLifecycle() {}

  private static Transition<SubscriptionStatus, Class<? extends SubscriptionEvent>> row(
      SubscriptionStatus from, Class<? extends SubscriptionEvent> on, SubscriptionStatus to) {
    return new Transition<>(from, on, to);
  }
}
