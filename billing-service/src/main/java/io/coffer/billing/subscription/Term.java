package io.coffer.billing.subscription;

import io.coffer.contracts.billing.OrderLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

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
    return new Term(start, after(start, months(periodType, periodNum), zone));
  }

  /** So many months after a moment. */
  static Instant after(Instant start, long months, ZoneId zone) {
    return start.atZone(zone).plusMonths(months).toInstant();
  }

  /** How many months are in so many months or years. */
  static long months(String periodType, int periodNum) {
    return periodNum * (periodType.equals("year") ? 12L : 1L);
  }

  /** How many whole days are left. */
  public long daysLeft(Instant now) {
    return Math.max(0, Duration.between(now, end).toDays());
  }

  /** How many days it has; a shorter term counts as one. */
  public long days() {
    return Math.max(1, Duration.between(start, end).toDays());
  }
}
