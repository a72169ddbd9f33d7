package io.coffer.vault.subscription;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;
import io.coffer.owner.refusal.Refused;

/** A subscription that is not there, or not this project's, which is told alike. */
final class SubscriptionNotFound {

  private SubscriptionNotFound() {}

  /** For a command. */
  static Decision refusal(Object subscriptionId) {
    return Decision.refuse(CbrError.RESOURCE_NOT_FOUND, message(subscriptionId));
  }

  /** For a question. */
  static Refused refused(Object subscriptionId) {
    return new Refused(CbrError.RESOURCE_NOT_FOUND, message(subscriptionId));
  }

  private static String message(Object subscriptionId) {
    return "Subscription " + subscriptionId + " does not exist.";
  }
}
