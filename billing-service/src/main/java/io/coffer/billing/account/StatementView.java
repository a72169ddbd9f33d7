package io.coffer.billing.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.billing.ledger.Entry;
import io.coffer.billing.money.Amounts;
import io.coffer.owner.time.WireTime;
import java.math.BigDecimal;

/** A line of a statement on the wire. Amounts are texts, so that nobody rounds them. */
@JsonNaming(SnakeCaseStrategy.class)
record StatementView(
    String accountChangeId,
    String tradeDetailType,
    String tradeTime,
    String tradeId,
    String revenueExpenseType,
    String changeAmount,
    String balanceAfterChange,
    String currency) {

  static StatementView of(Entry entry) {
    return new StatementView(
        entry.id().toString(),
        entry.kind(),
        WireTime.zulu(entry.at()),
        entry.reference(),
        entry.change().signum() < 0 ? "EXPENSE" : "REVENUE",
        text(entry.change(), entry.currency()),
        text(entry.after(), entry.currency()),
        entry.currency());
  }

  private static String text(BigDecimal number, String currency) {
    return Amounts.wire(Amounts.of(number, currency)).value();
  }
}
