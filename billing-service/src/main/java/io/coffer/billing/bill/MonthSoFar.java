package io.coffer.billing.bill;

import io.coffer.billing.product.Rounding;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;

/**
 * What a month costs so far.
 *
 * @param exact what its closed hours cost, not rounded: see {@link HourCharge#exact}
 * @param charged what was charged for it
 */
record MonthSoFar(BigDecimal exact, Money charged) {

  static MonthSoFar none(CurrencyUnit currency) {
    return new MonthSoFar(BigDecimal.ZERO, Money.zero(currency));
  }

  /** What is to be charged once an hour costs this in place of that. */
  Money charge(BigDecimal before, BigDecimal now) {
    return Rounding.payable(
            exact.subtract(before).add(now), HourCharge.PRICED, charged.getCurrency())
        .subtract(charged);
  }

  /** The month when this is so. */
  MonthSoFar with(BigDecimal before, BigDecimal now, Money charge) {
    return new MonthSoFar(exact.subtract(before).add(now), charged.add(charge));
  }
}
