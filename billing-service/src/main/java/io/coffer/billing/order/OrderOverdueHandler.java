package io.coffer.billing.order;

import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives up an order that nobody paid in time. */
@ApplicationScoped
class OrderOverdueHandler implements Handler<OrderOverdue, OrderState> {

  private final OrderStore orders;

  OrderOverdueHandler(OrderStore orders) {
    this.orders = orders;
  }

  @Override
  public Uni<OrderState> load(OrderOverdue message, Envelope envelope) {
    return orders.state(envelope.project(), message.id());
  }

  /** Somebody may have paid meanwhile. */
  @Override
  public Decision decide(OrderState order, OrderOverdue message, Envelope envelope) {
    return order.status() == OrderStatus.UNPAID
        ? Decision.accept(
            new OrderCancelled(order.id(), "It was not paid in time.", envelope.time()))
        : Decision.nothing();
  }
}
