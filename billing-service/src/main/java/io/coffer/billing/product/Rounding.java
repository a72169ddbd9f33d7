package io.coffer.billing.product;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;

/** Where exact amounts become amounts that can be paid: once, at the end of a calculation. */
public final class Rounding {

  private Rounding() {}

  /**
   * A fraction of exact numbers in the digits of a currency, rounded once; a half goes to the even
   * neighbour.
   */
  public static Money payable(BigDecimal dividend, BigDecimal divisor, CurrencyUnit currency) {
    return Money.of(
        dividend.divide(divisor, currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN),
        currency);
  }

  /** The number of an amount with all digits of its currency, as people and files want it. */
  public static BigDecimal number(Money payable) {
    return payable
        .getNumberStripped()
        .setScale(payable.getCurrency().getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
  }
}
