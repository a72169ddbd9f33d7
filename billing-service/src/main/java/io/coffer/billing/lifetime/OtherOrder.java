package io.coffer.billing.lifetime;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;

/** A resource that another order is about, which is not over. */
final class OtherOrder {

  private OtherOrder() {}

  static Decision refusal(Object resourceId) {
    return Decision.refuse(
        CbrError.SUBSCRIPTION_IN_ANOTHER_ORDER,
        "Another order about resource " + resourceId + " is under way.");
  }
}
