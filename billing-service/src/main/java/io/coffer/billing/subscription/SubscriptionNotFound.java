package io.coffer.billing.subscription;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;

/** Something that is not bought for a time, or not by this domain, which is told alike. */
public final class SubscriptionNotFound {

  private SubscriptionNotFound() {}

  public static Decision.Refused refusal(Object resourceId) {
    return Decision.refuse(
        CbrError.SUBSCRIPTION_NOT_FOUND,
        "Resource " + resourceId + " is not subscribed to by month or year.");
  }
}
