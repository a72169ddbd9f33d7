package io.coffer.billing.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.order.OrderState;
import io.coffer.billing.order.OrderStatus;
import io.coffer.billing.order.OrderType;
import io.coffer.billing.order.Orders;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionStatus;
import io.coffer.billing.subscription.Subscriptions;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.contracts.billing.SubscriptionCommand.EndSubscription;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.messaging.decision.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is bought is paid for 28 days, of which all are left. */
class EndSubscriptionHandlerTest {

  private static final Subscription BOUGHT =
      Subscriptions.bought(Orders.vault(100, null), "28.00", Orders.TIME);

  @Test
  void paysBackTheDaysThatAreLeft() {
    Decision decision = end(BOUGHT);
    assertThat(Orders.one(decision, SubscriptionEnded.class)).isNotNull();
    assertThat(Orders.moved(decision, "balance")).isEqualTo("28.00");
    assertThat(Orders.moved(decision, "revenue")).isEqualTo("-28.00");
  }

  @Test
  void paysNothingWhereNoDayIsLeft() {
    Subscription over =
        Subscriptions.bought(
            Orders.vault(100, null), "28.00", Orders.TIME.minusSeconds(86_400 * 40));
    assertThat(Orders.events(end(over)))
        .containsExactly(new SubscriptionEnded(Orders.RESOURCE, Orders.TIME));
  }

  @Test
  void leavesThePayingToTheOrderThatTakesItAway() {
    OrderState order = Orders.order(OrderType.UNSUBSCRIBE, OrderStatus.PROCESSING, "-28.00");
    assertThat(Orders.moved(end(BOUGHT, order), "balance")).isEqualTo("0.00");
    Subscription ended = Subscriptions.in(BOUGHT, SubscriptionStatus.ENDED);
    assertThat(Orders.events(end(ended))).isEmpty();
  }

  @Test
  void paysWhereTheOrderCouldNotTakeItAwayAndStillWaitsForAnother() {
    OrderState order = Orders.order(OrderType.UNSUBSCRIBE, OrderStatus.PROCESSING, "-28.00");
    OrderState kept =
        new OrderState(
            order.id(),
            order.orderId(),
            order.domainId(),
            order.type(),
            order.status(),
            order.autoPay(),
            order.total(),
            List.of(Orders.refused(order.lines().get(0))));
    assertThat(Orders.moved(end(BOUGHT, kept), "balance")).isEqualTo("28.00");
  }

  @Test
  void paysWhileAnotherOrderIsOpenAndGivesUpTheOneThatNobodyPaid() {
    OrderState unpaid = Orders.order(OrderType.RENEWAL, OrderStatus.UNPAID, "17.00");
    Decision decision = end(BOUGHT, unpaid);
    assertThat(Orders.moved(decision, "balance")).isEqualTo("28.00");
    assertThat(Orders.one(decision, OrderCancelled.class).id()).isEqualTo(unpaid.id());
    OrderState paid = Orders.order(OrderType.RENEWAL, OrderStatus.PROCESSING, "17.00");
    assertThat(Orders.moved(end(BOUGHT, paid), "balance")).isEqualTo("28.00");
    assertThat(Orders.one(end(BOUGHT, paid), OrderCancelled.class)).isNull();
  }

  private static Decision end(Subscription subscription, OrderState... busy) {
    return new EndSubscriptionHandler(null, null)
        .decide(
            new EndSubscriptionHandler.State(subscription, List.of(busy)),
            new EndSubscription(Orders.RESOURCE),
            Orders.ENVELOPE);
  }
}
