package io.coffer.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.billing.SubscriptionEvent;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionExpired;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionFrozen;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionRenewed;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionStarted;
import io.coffer.owner.lifecycle.Lifecycle.Transition;
import io.coffer.owner.testing.TransitionCoverage;
import org.junit.jupiter.api.Test;

class SubscriptionLifecycleTest {

  @Test
  void visitsEveryTransition() {
    TransitionCoverage<SubscriptionStatus, Class<? extends SubscriptionEvent>> lifecycle =
        new TransitionCoverage<>(SubscriptionLifecycle.TABLE);
    lifecycle.goes(null, SubscriptionStarted.class, SubscriptionStatus.ACTIVE);
    lifecycle.goes(SubscriptionStatus.ACTIVE, SubscriptionRenewed.class, SubscriptionStatus.ACTIVE);
    lifecycle.goes(
        SubscriptionStatus.ACTIVE, SubscriptionExpired.class, SubscriptionStatus.EXPIRED);
    lifecycle.goes(
        SubscriptionStatus.EXPIRED, SubscriptionRenewed.class, SubscriptionStatus.ACTIVE);
    lifecycle.goes(SubscriptionStatus.EXPIRED, SubscriptionFrozen.class, SubscriptionStatus.FROZEN);
    lifecycle.goes(SubscriptionStatus.FROZEN, SubscriptionRenewed.class, SubscriptionStatus.ACTIVE);
    lifecycle.goes(SubscriptionStatus.ACTIVE, SubscriptionEnded.class, SubscriptionStatus.ENDED);
    lifecycle.goes(SubscriptionStatus.EXPIRED, SubscriptionEnded.class, SubscriptionStatus.ENDED);
    lifecycle.goes(SubscriptionStatus.FROZEN, SubscriptionEnded.class, SubscriptionStatus.ENDED);
    lifecycle.assertAllVisited();
  }

  @Test
  void neitherSkipsAStateNorComesBackFromTheLast() {
    assertThat(
            SubscriptionLifecycle.TABLE.allows(SubscriptionStatus.ACTIVE, SubscriptionFrozen.class))
        .isFalse();
    assertThat(SubscriptionLifecycle.TABLE.table())
        .extracting(Transition::from)
        .doesNotContain(SubscriptionStatus.ENDED);
  }
}
