package io.coffer.billing.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.account.Account;
import io.coffer.billing.money.Amounts;
import io.coffer.billing.order.Orders;
import io.coffer.billing.order.Placing;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionStatus;
import io.coffer.billing.subscription.Subscriptions;
import io.coffer.contracts.billing.OrderEvent.OrderPriced;
import io.coffer.contracts.billing.SubscriptionCommand.Resize;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gigabyte costs 0.17 USD a month, whatever was paid for it. */
class ResizeHandlerTest {

  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant MIDDLE = Instant.parse("2026-03-16T00:00:00Z");
  private static final ResizeHandler HANDLER =
      new ResizeHandler(
          Orders.desk(), null, null, Sales.vaults(), null, Orders.offers(), Orders.SETTINGS);

  @ParameterizedTest
  @CsvSource({
    // 100 GB more, and 50 GB less of what was paid
    "17.00, 200, 8.77",
    "17.00, 50, -4.39",
    // bought when it was cheap: only what was paid comes back
    "1.00, 50, -0.26",
    "1.00, 200, 8.77"
  })
  void costsTheDaysThatAreLeftAndGivesBackNoMoreThanWasPaid(String paid, int size, String price) {
    Decision decision = resize(bought(paid), size, Orders.account("100.00"));
    assertThat(Orders.one(decision, OrderPriced.class).total().value()).isEqualTo(price);
  }

  @Test
  void refusesMoreForWhoOwesSomethingAndLetsGoOfWhatIsTooMuch() {
    Account owing =
        new Account(
            Orders.DOMAIN,
            Amounts.of(new BigDecimal("100.00"), "USD"),
            Amounts.of(new BigDecimal("0.01"), "USD"));
    assertThat(resize(bought("17.00"), 200, owing))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused ->
                assertThat(refused.message())
                    .isEqualTo("The account owes 0.01 USD, which is to be paid first."));
    assertThat(resize(bought("17.00"), 50, owing)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void refusesWhatIsOverAndNotRenewed() {
    for (SubscriptionStatus status :
        List.of(SubscriptionStatus.EXPIRED, SubscriptionStatus.FROZEN, SubscriptionStatus.ENDED)) {
      Subscription over = Subscriptions.in(bought("17.00"), status);
      assertThat(resize(over, 200, Orders.account("100.00"))).isInstanceOf(Decision.Refused.class);
    }
  }

  private static Subscription bought(String paid) {
    return Subscriptions.bought(Orders.vault(100, null), paid, MARCH);
  }

  private static Decision resize(Subscription subscription, int size, Account account) {
    Resize command =
        new Resize(Orders.RESOURCE, Orders.PROJECT, null, "vault.backup.server.normal", size, true);
    return HANDLER.decide(
        new ResizeHandler.State(
            new Placing.State(account, "CS2603160000ABCDE"), subscription, List.of()),
        command,
        Envelope.stamped(new UUID(6, 6), "test", "test", MIDDLE, Orders.DOMAIN, "user", "req"));
  }
}
