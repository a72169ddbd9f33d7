package io.coffer.billing.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Event;
import io.coffer.contracts.billing.CombinedOrder;
import io.coffer.contracts.billing.OrderCommand.PlaceOrder;
import io.coffer.contracts.billing.OrderEvent.OrderPaid;
import io.coffer.contracts.billing.OrderEvent.OrderPlaced;
import io.coffer.contracts.billing.OrderEvent.OrderPriced;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.vault.VaultOrderCommand.WithdrawVault;
import io.coffer.messaging.decision.Decision;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacingTest {

  @Test
  void paysAtOnceWhatTheBalanceCoversAndAsksForIt() {
    Decision decision = place("17.00", true, Orders.vault(100, null));
    assertThat(Orders.events(decision).stream().<Class<?>>map(Event::getClass))
        .startsWith(OrderPlaced.class, OrderPriced.class, OrderPaid.class);
    assertThat(Orders.one(decision, OrderPriced.class).total().value()).isEqualTo("17.00");
    assertThat(Orders.moved(decision, "balance")).isEqualTo("-17.00");
    assertThat(Orders.moved(decision, "revenue")).isEqualTo("17.00");
    Decision.Order order = ((Decision.Accepted) decision).orders().get(0);
    assertThat(order.project()).isEqualTo(Orders.PROJECT);
    WithdrawVault command = (WithdrawVault) order.command();
    assertThat(command.order().orderId()).isEqualTo("CS1");
    assertThat(command.order().order()).isEqualTo(Orders.ID);
    assertThat(command.order().domainId()).isEqualTo(Orders.DOMAIN);
    assertThat(command.order().productId()).isEqualTo("coffer-vault-0001");
  }

  @Test
  void waitsToBePaidWhereACentIsMissing() {
    Decision decision = place("16.99", true, Orders.vault(100, null));
    assertThat(Orders.one(decision, OrderPaid.class)).isNull();
    assertThat(((Decision.Accepted) decision).orders()).isEmpty();
    assertThat(Orders.one(decision, OrderPriced.class).payBefore())
        .isEqualTo(Orders.TIME.plus(Duration.ofHours(24)));
  }

  @Test
  void waitsToBePaidWhereNobodySaidOtherwise() {
    Decision decision = place("1000000.00", false, Orders.vault(100, null));
    assertThat(Orders.one(decision, OrderPaid.class)).isNull();
    assertThat(Orders.moved(decision, "balance")).isEqualTo("0.00");
  }

  @Test
  void addsUpAllLinesBeforeItPays() {
    OrderLine[] two = {Orders.vault(100, null), Orders.vault(10, "5.00")};
    assertThat(Orders.one(place("21.99", true, two), OrderPaid.class)).isNull();
    assertThat(Orders.one(place("22.00", true, two), OrderPaid.class)).isNotNull();
  }

  @Test
  void needsNoBalanceWhereMoneyComesBack() {
    Decision decision = place("0.00", true, Orders.vault(100, "-3.00"));
    assertThat(Orders.one(decision, OrderPaid.class)).isNotNull();
    assertThat(Orders.moved(decision, "balance")).isEqualTo("0.00");
  }

  @Test
  void refusesWhatIsNotSoldOrNotInTheCurrencyOfTheAccount() {
    OrderLine unknown =
        new OrderLine(
            Orders.RESOURCE,
            Orders.PROJECT,
            "nowhere",
            "s",
            "r",
            "n",
            "vault.backup.server.normal",
            10,
            "month",
            1,
            false,
            null,
            null);
    assertThat(place("100.00", true, unknown))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.message()).contains("nowhere", "month"));
  }

  @Test
  void refusesWhereNoIdIsFree() {
    Decision decision =
        Placing.decide(
            new Placing.State(Orders.account("100.00"), ""),
            new Placing.Draft("cbr", OrderType.NEW, true, List.of(Orders.vault(10, null))),
            Orders.offers(),
            Orders.SETTINGS,
            Orders.ENVELOPE);
    assertThat(decision).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void takesNoMorePartsOfACombinedOrderThanItSays() {
    PlaceOrderHandler handler = new PlaceOrderHandler(Orders.desk(), null);
    PlaceOrder part =
        new PlaceOrder(
            "cbr",
            OrderType.NEW.number(),
            false,
            List.of(Orders.vault(10, null)),
            new CombinedOrder("CS-servers", 2));
    Decision second =
        handler.decide(new Placing.State(Orders.account("0.00"), "CS1", 1), part, Orders.ENVELOPE);
    assertThat(Orders.one(second, OrderPlaced.class).combined()).isEqualTo(part.combined());
    assertThat(
            handler.decide(
                new Placing.State(Orders.account("0.00"), "CS1", 2), part, Orders.ENVELOPE))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.message()).startsWith("combined_order_num is 2"));
  }

  private static Decision place(String balance, boolean autoPay, OrderLine... lines) {
    return Placing.decide(
        new Placing.State(Orders.account(balance), "CS1"),
        new Placing.Draft("cbr", OrderType.NEW, autoPay, List.of(lines)),
        Orders.offers(),
        Orders.SETTINGS,
        Orders.ENVELOPE);
  }
}
