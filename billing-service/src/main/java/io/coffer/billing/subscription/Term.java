package io.coffer.billing.subscription;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.OrderLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.javamoney.moneta.Money;

/**
 * A time that is paid for, by the calendar: a month from the 31st ends at the end of a month that
 * is shorter.
 */
public record Term(Instant start, Instant end) {

  /** So many months or years of a line from a moment on. */
  public static Term of(OrderLine line, Instant start, ZoneId zone) {
    return of(line.periodType(), line.periodNum(), start, zone);
  }

  /** So many months or years from a moment on. */
  public static Term of(String periodType, int periodNum, Instant start, ZoneId zone) {
    long months = periodNum * (periodType.equals("year") ? 12L : 1L);
    return new Term(start, start.atZone(zone).plusMonths(months).toInstant());
  }

  /** How many whole days are left. */
  public long daysLeft(Instant now) {
    return Math.max(0, Duration.between(now, end).toDays());
  }

  /** The part of an amount for all of the term that is for the days that are left. */
  public Money left(Money whole, Instant now) {
    return Amounts.part(whole, Math.min(daysLeft(now), days()), days());
  }

  /** The price of days that are left of another term, where this one costs so much. */
  public Money share(Money price, Term other, Instant now) {
    return Amounts.part(price, other.daysLeft(now), days());
  }

  private long days() {
    return Math.max(1, Duration.between(start, end).toDays());
  }
}
