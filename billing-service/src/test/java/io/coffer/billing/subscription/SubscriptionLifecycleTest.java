package io.coffer.billing.subscription;

import io.coffer.contracts.billing.SubscriptionEvent;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionStarted;
import io.coffer.owner.testing.TransitionCoverage;
import org.junit.jupiter.api.Test;

class SubscriptionLifecycleTest {

  @Test
  void visitsEveryTransition() {
    TransitionCoverage<SubscriptionStatus, Class<? extends SubscriptionEvent>> lifecycle =
        new TransitionCoverage<>(SubscriptionLifecycle.TABLE);
    lifecycle.goes(null, SubscriptionStarted.class, SubscriptionStatus.ACTIVE);
    lifecycle.goes(SubscriptionStatus.ACTIVE, SubscriptionEnded.class, SubscriptionStatus.ENDED);
    lifecycle.assertAllVisited();
  }
}
