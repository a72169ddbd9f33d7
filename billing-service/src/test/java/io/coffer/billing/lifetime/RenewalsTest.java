package io.coffer.billing.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.account.Account;
import io.coffer.billing.order.Orders;
import io.coffer.billing.order.Placing;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionStatus;
import io.coffer.billing.subscription.Subscriptions;
import io.coffer.contracts.billing.OrderEvent.OrderPaid;
import io.coffer.contracts.billing.OrderEvent.OrderPlaced;
import io.coffer.contracts.billing.SubscriptionCommand.RenewSubscriptions;
import io.coffer.contracts.vault.VaultOrderCommand.RenewVault;
import io.coffer.messaging.decision.Decision;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A vault of 100 GB costs 17.00 USD a month. */
class RenewalsTest {

  private static final Renewals RENEWALS =
      new Renewals(Orders.offers(), Sales.vaults(), Orders.SETTINGS);
  private static final Subscription BOUGHT =
      Subscriptions.bought(Orders.vault(100, null), "1.00", Orders.TIME.minusSeconds(86_400 * 31));

  @Test
  void paysAFurtherTermByItselfAtThePriceOfTheDay() {
    Decision decision = byItself("17.00", BOUGHT);
    OrderPlaced placed = Orders.one(decision, OrderPlaced.class);
    assertThat(placed.type()).isEqualTo(2);
    assertThat(placed.lines().get(0).periodType()).isEqualTo("month");
    assertThat(Orders.one(decision, OrderPaid.class)).isNotNull();
    assertThat(Orders.moved(decision, "balance")).isEqualTo("-17.00");
    assertThat(((Decision.Accepted) decision).commands())
        .hasOnlyElementsOfType(RenewVault.class)
        .hasSize(1);
  }

  @Test
  void ordersNothingByItselfThatCannotBePaidAtOnce() {
    assertThat(why(byItself("16.99", BOUGHT)))
        .isEqualTo("The balance is 16.99 USD, and 17.00 are to be paid.");
    assertThat(why(byItself("17.00", Subscriptions.busy(BOUGHT, new UUID(7, 7)))))
        .startsWith("Another order about resource");
    Account owing = Orders.owing("100.00", "5.00");
    assertThat(why(RENEWALS.byItself(state(owing), BOUGHT, Orders.ENVELOPE)))
        .isEqualTo("The account owes 5.00 USD, which is to be paid first.");
  }

  @Test
  void saysThatNothingIsSoldInTheCurrencyOfTheAccount() {
    Account euros = Orders.account("100.00", "EUR");
    assertThat(why(RENEWALS.byItself(state(euros), BOUGHT, Orders.ENVELOPE)))
        .contains("is not sold", "in EUR");
  }

  @ParameterizedTest
  @EnumSource(SubscriptionStatus.class)
  void renewsByHandWhateverIsNotGone(SubscriptionStatus status) {
    Decision decision = byHand("100.00", true, Subscriptions.in(BOUGHT, status));
    if (status == SubscriptionStatus.ENDED) {
      assertThat(((Decision.Refused) decision).error().code()).isEqualTo("CBC.99003012");
    } else {
      assertThat(Orders.moved(decision, "balance")).isEqualTo("-34.00");
    }
  }

  @Test
  void waitsToBePaidWhereItIsToBe() {
    assertThat(Orders.one(byHand("100.00", false, BOUGHT), OrderPaid.class)).isNull();
    assertThat(Orders.one(byHand("33.99", true, BOUGHT), OrderPaid.class)).isNull();
    assertThat(Orders.one(byHand("34.00", true, BOUGHT), OrderPaid.class)).isNotNull();
  }

  private static Decision byItself(String balance, Subscription subscription) {
    return RENEWALS.byItself(state(Orders.account(balance)), subscription, Orders.ENVELOPE);
  }

  private static Decision byHand(String balance, boolean autoPay, Subscription subscription) {
    return new RenewHandler(null, null, RENEWALS, null)
        .decide(
            new RenewHandler.State(state(Orders.account(balance)), List.of(subscription)),
            new RenewSubscriptions(List.of(Orders.RESOURCE), "month", 2, autoPay),
            Orders.ENVELOPE);
  }

  private static Placing.State state(Account account) {
    return new Placing.State(account, "CS2601311000ABCDE");
  }

  private static String why(Decision decision) {
    return ((Decision.Refused) decision).message();
  }
}
