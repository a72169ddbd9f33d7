package io.coffer.billing.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.account.Account;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.OrderCommand.PayOrders;
import io.coffer.messaging.decision.Decision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PayOrdersHandlerTest {

  private static final OrderState UNPAID = Orders.order(OrderType.NEW, OrderStatus.UNPAID, "17.00");

  @Test
  void paysFromTheBalance() {
    Decision decision = pay("17.00", UNPAID);
    assertThat(Orders.moved(decision, "balance")).isEqualTo("-17.00");
    assertThat(((Decision.Accepted) decision).orders()).hasSize(1);
  }

  @Test
  void refusesWhereTheBalanceIsTooSmallAndNamesBoth() {
    assertThat(pay("16.99", UNPAID))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.message()).contains("16.99", "17.00"));
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderStatus.class,
      names = {"REVIEW", "PROCESSING", "CANCELLED", "COMPLETED"})
  void paysNothingTwice(OrderStatus status) {
    assertThat(pay("100.00", Orders.order(OrderType.NEW, status, "17.00")))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.error()).isEqualTo(CbrError.ORDER_STATE_FORBIDS_IT));
  }

  @Test
  void paysAllPartsOfACombinedOrderThatAreNotPaid() {
    OrderState paid = Orders.order(OrderType.NEW, OrderStatus.PROCESSING, "17.00");
    Decision decision =
        new PayOrdersHandler(null, null)
            .decide(
                new PayOrdersHandler.State(
                    Orders.account("100.00"),
                    Map.of("CS-servers", List.of(paid, UNPAID), UNPAID.orderId(), List.of(UNPAID))),
                new PayOrders(List.of("CS-servers", UNPAID.orderId())),
                Orders.ENVELOPE);
    assertThat(Orders.moved(decision, "balance")).isEqualTo("-17.00");
  }

  @Test
  void letsWhoOwesSomethingNeitherRenewNorEnlarge() {
    assertThat(owing(OrderType.RENEWAL, "17.00")).isInstanceOf(Decision.Refused.class);
    assertThat(owing(OrderType.CHANGE, "17.00"))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused ->
                assertThat(refused.message())
                    .isEqualTo("The account owes 0.01 USD, which is to be paid first."));
    assertThat(owing(OrderType.NEW, "17.00")).isInstanceOf(Decision.Accepted.class);
    assertThat(owing(OrderType.CHANGE, "-1.00")).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void knowsNoOrderOfAnotherDomain() {
    Decision decision =
        new PayOrdersHandler(null, null)
            .decide(
                new PayOrdersHandler.State(Orders.account("100.00"), Map.of()),
                new PayOrders(List.of(UNPAID.orderId())),
                Orders.ENVELOPE);
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.error()).isEqualTo(CbrError.ORDER_NOT_FOUND));
  }

  private static Decision owing(OrderType type, String price) {
    return pay(Orders.owing("100.00", "0.01"), Orders.order(type, OrderStatus.UNPAID, price));
  }

  private static Decision pay(String balance, OrderState order) {
    return pay(Orders.account(balance), order);
  }

  private static Decision pay(Account account, OrderState order) {
    return new PayOrdersHandler(null, null)
        .decide(
            new PayOrdersHandler.State(account, Map.of(order.orderId(), List.of(order))),
            new PayOrders(List.of(order.orderId())),
            Orders.ENVELOPE);
  }
}
