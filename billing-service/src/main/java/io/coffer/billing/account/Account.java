package io.coffer.billing.account;

import org.javamoney.moneta.Money;

/**
 * What decisions know of a domain that can buy.
 *
 * @param balance what it may pay with
 * @param owed what it used and did not pay
 */
public record Account(String domainId, Money balance, Money owed) {

  /** Whether it owes nothing. */
  public boolean isClear() {
    return owed.isZero();
  }

  /** Whether so much can be paid. */
  public boolean covers(Money price) {
    return balance.isGreaterThanOrEqualTo(price);
  }

  /** Whether it pays in the currency of this amount. */
  public boolean paysIn(Money price) {
    return balance.getCurrency().equals(price.getCurrency());
  }
}
