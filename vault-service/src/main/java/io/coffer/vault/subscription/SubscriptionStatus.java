package io.coffer.vault.subscription;

/** How a subscription stands; constants are the values on the wire. */
enum SubscriptionStatus {
  active,
  disabled
}
