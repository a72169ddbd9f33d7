package io.coffer.billing.order;

import io.coffer.contracts.billing.OrderEvent.LineFulfilled;
import io.coffer.contracts.billing.OrderEvent.LineRefused;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.contracts.billing.OrderEvent.OrderCompleted;
import io.coffer.contracts.billing.OrderEvent.OrderPaid;
import io.coffer.contracts.billing.OrderEvent.OrderPlaced;
import io.coffer.contracts.billing.OrderEvent.OrderPriced;
import io.coffer.contracts.billing.OrderEvent.OrderRefunded;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import jakarta.enterprise.context.ApplicationScoped;

/** The orders as a fold of their events. */
@ApplicationScoped
class OrderFold implements NounFold {

  private final OrderStore orders;

  OrderFold(OrderStore orders) {
    this.orders = orders;
  }

  @Override
  public void enter(EventTable table) {
    table.on(OrderPlaced.class, (event, envelope) -> orders.placed(event, envelope.project()));
    table.on(OrderPriced.class, (event, envelope) -> orders.priced(event));
    table.on(
        OrderPaid.class,
        (event, envelope) -> orders.happened(event, row -> row.paidAt = event.paidAt()));
    table.on(
        OrderCancelled.class,
        (event, envelope) -> orders.ended(event, event.reason(), event.cancelledAt()));
    table.on(LineFulfilled.class, (event, envelope) -> orders.fulfilled(event));
    table.on(LineRefused.class, (event, envelope) -> orders.refused(event));
    table.on(
        OrderCompleted.class, (event, envelope) -> orders.ended(event, null, event.completedAt()));
    table.on(
        OrderRefunded.class,
        (event, envelope) -> orders.ended(event, event.reason(), event.refundedAt()));
  }
}
