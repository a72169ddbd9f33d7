package io.coffer.billing.order;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.OrderCommand.CancelOrder;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gives up an order that is not paid. */
@ApplicationScoped
class CancelOrderHandler implements Handler<CancelOrder, OrderState> {

  private final OrderStore orders;

  CancelOrderHandler(OrderStore orders) {
    this.orders = orders;
  }

  @Override
  public Uni<OrderState> load(CancelOrder command, Envelope envelope) {
    return orders
        .states(envelope.project(), List.of(command.orderId()))
        .map(found -> found.isEmpty() ? null : found.get(0));
  }

  @Override
  public Decision decide(OrderState order, CancelOrder command, Envelope envelope) {
    return order.status() == OrderStatus.UNPAID
        ? Decision.accept(
            new OrderCancelled(order.id(), "The customer cancelled it.", envelope.time()))
        : Decision.refuse(
            CbrError.ORDER_STATE_FORBIDS_IT,
            "Order " + order.orderId() + " is not to be paid, so that it cannot be cancelled.");
  }

  @Override
  public Decision absent(CancelOrder command) {
    return OrderNotFound.refusal(command.orderId());
  }
}
