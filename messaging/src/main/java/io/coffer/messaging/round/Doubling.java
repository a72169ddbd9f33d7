package io.coffer.messaging.round;

import java.time.Duration;

/** Pauses that are twice as long each time, up to a longest one. */
public record Doubling(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 30;

  /** The pause after so many failures in a row, of which there is one at least. */
  public Duration after(int failures) {
    int doublings = Math.min(MOST_DOUBLINGS, Math.max(1, failures) - 1);
    Duration pause = first.multipliedBy(1L << doublings);
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
