package io.coffer.billing.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.account.Account;
import io.coffer.billing.arrears.ArrearsSettings;
import io.coffer.billing.bill.ChargeUsageHandler.State;
import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.Amount;
import io.coffer.contracts.billing.BillCommand.ChargeUsage;
import io.coffer.contracts.billing.LedgerEvent.TransactionPosted;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.testing.UnsetSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeUsageHandlerTest {

  private static final ArrearsSettings SETTINGS = UnsetSettings.of(ArrearsSettings.class);
  private static final Instant NOW = Instant.parse("2026-01-01T11:02:00Z");
  private static final Envelope ENVELOPE =
      Envelope.stamped(new UUID(0, 1), "any", "test", NOW, "domain", null, null);

  private final ChargeUsageHandler handler = new ChargeUsageHandler(null, null, SETTINGS);

  @ParameterizedTest
  @CsvSource({
    "10.00, 3.50,  balance,    revenue, 3.50",
    "3.50,  3.50,  balance,    revenue, 3.50",
    "3.49,  3.50,  receivable, revenue, 3.50",
    "0.00,  -0.01, revenue,    balance, 0.01",
    ",      3.50,  receivable, revenue, 3.50"
  })
  void paysFromTheBalanceWhatItCoversAndOwesTheRest(
      String balance, String charge, String from, String to, String amount) {
    TransactionPosted posted = decide(balance, "USD", charge);
    assertThat(posted.postings())
        .extracting(one -> one.account() + " " + one.amount().value())
        .containsExactly(from + " -" + amount, to + " " + amount);
    assertThat(
            posted.postings().stream()
                .map(one -> new BigDecimal(one.amount().value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({"USD, balance", "EUR, receivable"})
  void paysInTheCurrencyOfTheAccountOnly(String currency, String from) {
    assertThat(decide("1000.00", currency, "1.00").postings().get(0).account()).isEqualTo(from);
  }

  private TransactionPosted decide(String balance, String currency, String charge) {
    Account account =
        balance == null
            ? null
            : new Account(
                "domain", Amounts.of(new BigDecimal(balance), currency), Amounts.zero(currency));
    Decision.Accepted decision =
        (Decision.Accepted)
            handler.decide(
                new State(account, null),
                new ChargeUsage(new UUID(0, 2), "project", NOW, new Amount(charge, "USD")),
                ENVELOPE);
    return (TransactionPosted) decision.events().get(0);
  }
}
