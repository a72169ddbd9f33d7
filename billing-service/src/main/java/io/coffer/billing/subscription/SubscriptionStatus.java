package io.coffer.billing.subscription;

/** How a subscription stands, with the number that clients know it by. */
public enum SubscriptionStatus {
  /** It is paid for. */
  ACTIVE(2),
  /** It is over, and goes on for a while. */
  EXPIRED(5),
  /** It is closed, and kept for a while. */
  FROZEN(4),
  /** It is no more. */
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
