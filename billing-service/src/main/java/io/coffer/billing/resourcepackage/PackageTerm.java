package io.coffer.billing.resourcepackage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A resource package while it is valid. In each hour it takes over the use of so many gigabytes;
 * what is left of one hour is not there in the next.
 *
 * @param covers spec codes of the vaults whose use it takes over
 * @param until the first moment at which it is valid no more
 */
public record PackageTerm(
    UUID id, String specCode, int volumeGb, List<String> covers, Instant from, Instant until) {

  /** The one that expires first is used first. */
  public static final Comparator<PackageTerm> FIRST_EXPIRED_FIRST =
      Comparator.comparing(PackageTerm::until)
          .thenComparing(PackageTerm::from)
          .thenComparing(PackageTerm::id);

  /** How many milliseconds of this time it is valid. */
  public long millisOf(Instant begin, Instant end) {
    Instant first = from.isAfter(begin) ? from : begin;
    Instant last = until.isBefore(end) ? until : end;
    return Math.max(0, Duration.between(first, last).toMillis());
  }
}
