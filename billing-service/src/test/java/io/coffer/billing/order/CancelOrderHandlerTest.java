package io.coffer.billing.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.OrderCommand.CancelOrder;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.messaging.decision.Decision;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancelOrderHandlerTest {

  private static final OrderState UNPAID = Orders.order(OrderType.NEW, OrderStatus.UNPAID, "17.00");

  @ParameterizedTest
  @EnumSource(
      value = OrderStatus.class,
      names = {"REVIEW", "PROCESSING", "CANCELLED", "COMPLETED"})
  void givesUpOnlyPartsOfACombinedOrderThatAreNotPaid(OrderStatus status) {
    OrderState other = Orders.order(OrderType.NEW, status, "17.00");
    assertThat(Orders.events(cancel(other, UNPAID)))
        .containsExactly(
            new OrderCancelled(UNPAID.id(), "The customer cancelled it.", Orders.TIME));
    assertThat(cancel(other))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.error()).isEqualTo(CbrError.ORDER_STATE_FORBIDS_IT));
  }

  private static Decision cancel(OrderState... meant) {
    return new CancelOrderHandler(null)
        .decide(
            new CancelOrderHandler.State(List.of(meant)),
            new CancelOrder("CS-servers"),
            Orders.ENVELOPE);
  }
}
