package io.coffer.billing.product;

import java.time.Instant;
import org.javamoney.moneta.Money;

/**
 * What one unit costs for one period: a gigabyte of a vault, or one package or instance.
 *
 * @param amount exact, with more decimals than the currency has where it is for an hour
 * @param from the first moment at which it holds
 * @param until the first moment at which it holds no more; null for no such moment
 */
public record Price(
    String region, String specCode, Period period, Money amount, Instant from, Instant until) {

  /** Whether it holds at this moment. */
  public boolean holds(Instant moment) {
    return !moment.isBefore(from) && (until == null || moment.isBefore(until));
  }
}
