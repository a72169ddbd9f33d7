package io.coffer.billing.order;

import java.util.Arrays;

/** What an order is for, with the number that clients know it by. */
public enum OrderType {
  NEW(1),
  RENEWAL(2),
  CHANGE(3),
  UNSUBSCRIBE(4),
  TO_PERIOD(11);

  private final int number;

  OrderType(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }

  /** Whether it is about something that is subscribed to already. */
  public boolean isOfSubscription() {
    return this == RENEWAL || this == CHANGE || this == UNSUBSCRIBE;
  }

  /** The type of this number. */
  public static OrderType of(int number) {
    return Arrays.stream(values()).filter(one -> one.number == number).findFirst().orElseThrow();
  }
}
