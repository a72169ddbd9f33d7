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
    table.inProject(OrderPlaced.class, orders::placed);
    table.inProject(OrderPriced.class, orders::priced);
    table.inProject(
        OrderPaid.class,
        (event, domain) -> orders.happened(event, domain, row -> row.paidAt = event.paidAt()));
    table.inProject(
        OrderCancelled.class,
        (event, domain) -> orders.ended(event, domain, event.reason(), event.cancelledAt()));
    table.inProject(LineFulfilled.class, orders::fulfilled);
    table.inProject(LineRefused.class, orders::refused);
    table.inProject(
        OrderCompleted.class,
        (event, domain) -> orders.ended(event, domain, null, event.completedAt()));
    table.inProject(
        OrderRefunded.class,
        (event, domain) -> orders.ended(event, domain, event.reason(), event.refundedAt()));
  }
}
