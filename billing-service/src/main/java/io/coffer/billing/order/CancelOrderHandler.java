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

/** Gives up an order that is not paid, or all parts of a combined one that are not. */
@ApplicationScoped
class CancelOrderHandler implements Handler<CancelOrder, CancelOrderHandler.State> {

  private final OrderStore orders;

  CancelOrderHandler(OrderStore orders) {
    this.orders = orders;
  }

  /**
   * What is known.
   *
   * @param meant the orders that the id means; never none
   */
  record State(List<OrderState> meant) {}

  @Override
  public Uni<State> load(CancelOrder command, Envelope envelope) {
    return orders
        .meant(envelope.project(), List.of(command.orderId()))
        .map(meant -> meant.isEmpty() ? null : new State(meant.get(command.orderId())));
  }

  @Override
  public Decision decide(State state, CancelOrder command, Envelope envelope) {
    List<OrderCancelled> cancelled =
        state.meant().stream()
            .filter(order -> order.status() == OrderStatus.UNPAID)
            .map(
                order ->
                    new OrderCancelled(order.id(), "The customer cancelled it.", envelope.time()))
            .toList();
    return cancelled.isEmpty()
        ? Decision.refuse(
            CbrError.ORDER_STATE_FORBIDS_IT,
            "Order " + command.orderId() + " is not to be paid, so that it cannot be cancelled.")
        : Decision.accept(cancelled);
  }

  @Override
  public Decision absent(CancelOrder command) {
    return OrderNotFound.refusal(command.orderId());
  }
}
