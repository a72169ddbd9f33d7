package io.coffer.billing.bill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * What a vault used of one thing at one price in all hours of a month.
 *
 * @param packageId the package that took it over; null for none
 * @param price null where nobody sells it
 * @param vaultName in the last hour
 * @param first when the first hour of it began
 * @param last when the last one began
 */
record MonthLine(
    UUID vaultId,
    String specCode,
    String measure,
    UUID packageId,
    String price,
    String vaultName,
    Instant first,
    Instant last,
    BigDecimal byteMillis) {

  /** As they stand in a bill. */
  static final Comparator<MonthLine> ORDER =
      Comparator.comparing(MonthLine::vaultId)
          .thenComparing(MonthLine::specCode)
          .thenComparing(MonthLine::measure)
          .thenComparing(MonthLine::packageId, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(MonthLine::price, Comparator.nullsFirst(Comparator.naturalOrder()));
}
