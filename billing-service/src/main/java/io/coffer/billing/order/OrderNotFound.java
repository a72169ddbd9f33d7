package io.coffer.billing.order;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;
import io.coffer.owner.refusal.Refused;

/** An order that is not there, or not this domain's, which is told alike. */
public final class OrderNotFound {

  private OrderNotFound() {}

  /** For a command. */
  public static Decision refusal(Object orderId) {
    return Decision.refuse(CbrError.ORDER_NOT_FOUND, message(orderId));
  }

  /** For a question. */
  static Refused refused(Object orderId) {
    return new Refused(CbrError.ORDER_NOT_FOUND, message(orderId));
  }

  private static String message(Object orderId) {
    return "Order " + orderId + " does not exist.";
  }
}
