package io.coffer.billing.order;

/** How an order stands, with the number that clients know it by. */
public enum OrderStatus {
  REVIEW(1),
  PROCESSING(3),
  CANCELLED(4),
  COMPLETED(5),
  UNPAID(6);

  private final int number;

  OrderStatus(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }
}
