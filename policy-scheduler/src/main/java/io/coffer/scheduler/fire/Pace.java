package io.coffer.scheduler.fire;

import io.coffer.scheduler.calendar.NextFireTable.Crowd;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast what is due at once is begun. Each backup costs every service something, and a thousand
 * in a row would take the processors from all who ask meanwhile.
 */
final class Pace {

  /** Of the time within which one has to begin; the rest is for a machine that is slow. */
  private static final int PART = 2;

  private Pace() {}

  /**
   * How many may begin at this look: evenly, so that the last begins when the time of the first is
   * over. What is later than that does not wait.
   */
  static int most(Crowd due, Instant now, FireSettings settings) {
    Duration left = Duration.between(now, due.oldest().plus(spread(due, settings)));
    long looks = left.isNegative() ? 0 : left.dividedBy(settings.every());
    long even = looks == 0 ? due.count() : (due.count() + looks - 1) / looks;
    return (int) Math.min(Integer.MAX_VALUE, Math.max(settings.least(), even));
  }

  private static Duration spread(Crowd due, FireSettings settings) {
    Duration window =
        due.windowMinutes() == null
            ? settings.grace()
            : Duration.ofMinutes(Math.max(due.windowMinutes(), Fires.LEAST_MINUTES));
    Duration safe = window.dividedBy(PART);
    return safe.compareTo(settings.spread()) < 0 ? safe : settings.spread();
  }
}
