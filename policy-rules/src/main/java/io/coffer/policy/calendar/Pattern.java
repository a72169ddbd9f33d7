package io.coffer.policy.calendar;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/**
 * One understood pattern: every so many days or weeks, on these weekdays, at these minutes of the
 * day in their order. A day is a count of days since 1970-01-01, a Thursday.
 */
record Pattern(Frequency frequency, int interval, Set<DayOfWeek> weekdays, List<Integer> minutes) {

  private static final int WEEK = 7;
  private static final int MONDAY_BEFORE_DAY_ZERO = -3;

  Pattern {
    weekdays = Set.copyOf(weekdays);
    minutes = List.copyOf(minutes);
  }

  /**
   * The first day from {@code day} on, and from the anchor on, that the pattern names. Days are
   * counted from the anchor, weeks from the Monday of the anchor's week.
   */
  long dayFrom(long day, long anchor) {
    return frequency == Frequency.DAILY
        ? daily(Math.max(day, anchor), anchor)
        : weekly(Math.max(day, anchor), anchor);
  }

  private long daily(long from, long anchor) {
    long day = from + Math.floorMod(anchor - from, (long) interval);
    while (!named(day)) {
      day += interval;
    }
    return day;
  }

  private long weekly(long from, long anchor) {
    long day = from;
    while (true) {
      long weeks = Math.floorDiv(monday(day) - monday(anchor), (long) WEEK);
      long pause = Math.floorMod(-weeks, (long) interval);
      if (pause > 0) {
        day = monday(day) + pause * WEEK;
      } else if (named(day)) {
        return day;
      } else {
        day++;
      }
    }
  }

  private boolean named(long day) {
    return weekdays.contains(weekday(day));
  }

  private static DayOfWeek weekday(long day) {
    return DayOfWeek.of(Math.floorMod(day - MONDAY_BEFORE_DAY_ZERO, WEEK) + 1);
  }

  private static long monday(long day) {
    return day - Math.floorMod(day - MONDAY_BEFORE_DAY_ZERO, (long) WEEK);
  }
}
