package io.coffer.billing.order;

import io.coffer.contracts.billing.OrderEvent;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.contracts.billing.OrderEvent.OrderCompleted;
import io.coffer.contracts.billing.OrderEvent.OrderPaid;
import io.coffer.contracts.billing.OrderEvent.OrderPlaced;
import io.coffer.contracts.billing.OrderEvent.OrderPriced;
import io.coffer.contracts.billing.OrderEvent.OrderRefunded;
import io.coffer.owner.lifecycle.Lifecycle;
import io.coffer.owner.lifecycle.Lifecycle.Transition;
import java.util.List;

/** The states of an order. What is paid ends fulfilled or refunded, never otherwise. */
final class OrderLifecycle {

  static final Lifecycle<OrderStatus, Class<? extends OrderEvent>> TABLE =
      new Lifecycle<>(
          "An order",
          List.of(
              row(null, OrderPlaced.class, OrderStatus.REVIEW),
              row(OrderStatus.REVIEW, OrderPriced.class, OrderStatus.UNPAID),
              row(OrderStatus.UNPAID, OrderPaid.class, OrderStatus.PROCESSING),
              row(OrderStatus.UNPAID, OrderCancelled.class, OrderStatus.CANCELLED),
              row(OrderStatus.PROCESSING, OrderCompleted.class, OrderStatus.COMPLETED),
              row(OrderStatus.PROCESSING, OrderRefunded.class, OrderStatus.CANCELLED)));

  private OrderLifecycle() {}

  private static Transition<OrderStatus, Class<? extends OrderEvent>> row(
      OrderStatus from, Class<? extends OrderEvent> on, OrderStatus to) {
    return new Transition<>(from, on, to);
  }
}
