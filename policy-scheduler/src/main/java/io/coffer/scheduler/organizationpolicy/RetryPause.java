package io.coffer.scheduler.organizationpolicy;

import io.coffer.messaging.round.Doubling;
import java.time.Duration;

/** How long a project is left alone before a delivery is ordered again. */
final class RetryPause {

  /** Longer than an answer takes, so that it is waited for. */
  private static final Duration UNANSWERED = Duration.ofHours(1);

  private static final Duration REFUSED = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(6);

  private RetryPause() {}

  /** After so many refusals in a row: a minute, and twice as long each time, up to six hours. */
  static Duration after(int refusals) {
    return new Doubling(REFUSED, LONGEST).after(refusals);
  }

  /** After so many orders in a row of which nothing was heard: an hour, up to six. */
  static Duration unanswered(int orders) {
    return new Doubling(UNANSWERED, LONGEST).after(orders);
  }
}
