package io.coffer.billing.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.order.OrderState;
import io.coffer.billing.order.OrderStatus;
import io.coffer.billing.order.OrderType;
import io.coffer.billing.order.Orders;
import io.coffer.billing.order.Placing;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.Subscriptions;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.contracts.billing.OrderEvent.OrderPaid;
import io.coffer.contracts.billing.OrderEvent.OrderPriced;
import io.coffer.contracts.billing.SubscriptionCommand.Unsubscribe;
import io.coffer.messaging.decision.Decision;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnsubscribeHandlerTest {

  private static final UUID OTHER = new UUID(9, 9);
  private static final Subscription BOUGHT =
      Subscriptions.bought(Orders.vault(100, null), "28.00", Orders.TIME);

  @Test
  void takesThePlaceOfAnOrderThatNobodyPaid() {
    OrderState unpaid = about(OrderStatus.UNPAID);
    Decision decision = unsubscribe(Subscriptions.busy(BOUGHT, OTHER), List.of(unpaid));
    assertThat(Orders.events(decision).get(0))
        .isEqualTo(new OrderCancelled(OTHER, "What it is about is given up.", Orders.TIME));
    assertThat(Orders.one(decision, OrderPriced.class).total().value()).isEqualTo("-28.00");
    assertThat(Orders.one(decision, OrderPaid.class).id()).isEqualTo(Orders.ID);
    assertThat(Orders.moved(decision, "balance")).isEqualTo("0.00");
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderStatus.class,
      names = {"REVIEW", "PROCESSING"})
  void waitsForAnOrderThatIsPaid(OrderStatus status) {
    Decision decision = unsubscribe(Subscriptions.busy(BOUGHT, OTHER), List.of(about(status)));
    assertThat(((Decision.Refused) decision).error())
        .isEqualTo(CbrError.SUBSCRIPTION_IN_ANOTHER_ORDER);
  }

  @Test
  void givesNothingUpWhereNothingIsOrdered() {
    assertThat(Orders.one(unsubscribe(BOUGHT, List.of()), OrderCancelled.class)).isNull();
  }

  private static OrderState about(OrderStatus status) {
    OrderState order = Orders.order(OrderType.RENEWAL, status, "17.00");
    return new OrderState(
        OTHER,
        "CS2601310900OTHER",
        order.domainId(),
        order.type(),
        order.status(),
        false,
        order.total(),
        order.lines());
  }

  private static Decision unsubscribe(Subscription subscription, List<OrderState> busy) {
    return new UnsubscribeHandler(Orders.desk(), null, null, Sales.vaults(), null)
        .decide(
            new UnsubscribeHandler.State(
                new Placing.State(Orders.account("0.00"), "CS2601311000ABCDE"),
                List.of(subscription),
                busy),
            new Unsubscribe(List.of(Orders.RESOURCE)),
            Orders.ENVELOPE);
  }
}
