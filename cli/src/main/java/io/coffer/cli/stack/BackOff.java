package io.coffer.cli.stack;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a process was started again, and when it may be the next time: at once, then a second
 * after the last start, two, four, at last a minute; at once again when it has lived for ten.
 *
 * @param restarts how often since the stack was started
 * @param inARow how often without living long
 * @param last when it was started the last time
 */
record BackOff(int restarts, int inARow, Instant last) {

  static final BackOff NONE = new BackOff(0, 0, Instant.EPOCH);

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration LIVED_LONG = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 6;

  /** When it may be started after a death that was noticed now. */
  Instant next(Instant now) {
    if (forgives(now)) {
      return now;
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(inARow - 1, MOST_DOUBLINGS));
    return last.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
  }

  BackOff startedAgain(Instant now) {
    return new BackOff(restarts + 1, forgives(now) ? 1 : inARow + 1, now);
  }

  private boolean forgives(Instant now) {
    return inARow == 0 || last.plus(LIVED_LONG).isBefore(now);
  }
}
