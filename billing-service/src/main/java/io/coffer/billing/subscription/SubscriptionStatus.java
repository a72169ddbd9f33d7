package io.coffer.billing.subscription;

/** How a subscription stands, with the number that clients know it by. */
public enum SubscriptionStatus {
  ACTIVE(2),
  ENDED(3);

  private final int number;

  SubscriptionStatus(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }
}
