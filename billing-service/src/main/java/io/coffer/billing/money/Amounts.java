package io.coffer.billing.money;

import io.coffer.contracts.billing.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.javamoney.moneta.Money;

/** Money, between what is counted with and what messages and tables have. */
public final class Amounts {

  private Amounts() {}

  /** Of a message. */
  public static Money of(Amount amount) {
    return of(new BigDecimal(amount.value()), amount.currency());
  }

  /** Of a table. */
  public static Money of(BigDecimal number, String currency) {
    return Money.of(number, currency);
  }

  /** Nothing, in a currency. */
  public static Money zero(String currency) {
    return Money.zero(Monetary.getCurrency(currency));
  }

  /** For a message. */
  public static Amount wire(MonetaryAmount money) {
    return new Amount(number(money).toPlainString(), money.getCurrency().getCurrencyCode());
  }

  /**
   * For a table: with all digits of the currency.
   *
   * @throws ArithmeticException when it has more
   */
  public static BigDecimal number(MonetaryAmount money) {
    return money
        .getNumber()
        .numberValueExact(BigDecimal.class)
        .setScale(digits(money.getCurrency()), RoundingMode.UNNECESSARY);
  }

  /** A part of an amount, rounded once to the currency, a half to the even neighbour. */
  public static Money part(MonetaryAmount whole, long dividend, long divisor) {
    BigDecimal exact =
        whole
            .getNumber()
            .numberValueExact(BigDecimal.class)
            .multiply(BigDecimal.valueOf(dividend))
            .divide(
                BigDecimal.valueOf(divisor), digits(whole.getCurrency()), RoundingMode.HALF_EVEN);
    return Money.of(exact, whole.getCurrency());
  }

  private static int digits(CurrencyUnit currency) {
    return currency.getDefaultFractionDigits();
  }
}
