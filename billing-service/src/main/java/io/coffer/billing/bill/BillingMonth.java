package io.coffer.billing.bill;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** Which month an hour is billed in. */
final class BillingMonth {

  private BillingMonth() {}

  /** The month, such as 2026-02, that an hour begins in where bills are written. */
  static String of(Instant hour, ZoneId zone) {
    return YearMonth.from(hour.atZone(zone)).toString();
  }

  /** When a month begins. */
  static Instant begin(String month, ZoneId zone) {
    return YearMonth.parse(month).atDay(1).atStartOfDay(zone).toInstant();
  }

  /** When it ends: the begin of the next one. */
  static Instant end(String month, ZoneId zone) {
    return YearMonth.parse(month).plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }
}
