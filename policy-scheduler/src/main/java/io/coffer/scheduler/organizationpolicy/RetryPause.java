package io.coffer.scheduler.organizationpolicy;

import java.time.Duration;

/** How long a project is left alone before a delivery is ordered again. */
final class RetryPause {

  /** Longer than an answer takes, so that it is waited for. */
  private static final Duration UNANSWERED = Duration.ofHours(1);

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(6);

  private RetryPause() {}

  /** After so many refusals in a row: a minute, and twice as long each time, up to six hours. */
  static Duration after(int refusals) {
    return doubled(FIRST, refusals);
  }

  /** After so many orders in a row of which nothing was heard: an hour, up to six. */
  static Duration unanswered(int orders) {
    return doubled(UNANSWERED, orders);
  }

  private static Duration doubled(Duration first, int times) {
    Duration pause = first.multipliedBy(1L << Math.min(Math.max(times, 1) - 1, 10));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
