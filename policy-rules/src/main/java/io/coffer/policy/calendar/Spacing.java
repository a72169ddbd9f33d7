package io.coffer.policy.calendar;

import io.coffer.policy.InvalidPolicyException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How many points a day may have and how near they may be. Every pattern is taken as if it ran in
 * every period, so that the answer does not depend on when a policy was created, and the week is a
 * circle: Sunday night is near Monday morning. A point that two patterns name is one point.
 */
final class Spacing {

  private static final int MOST_A_DAY = 24;
  private static final int LEAST_MINUTES = 60;
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;

  private Spacing() {}

  static void check(String field, List<Pattern> patterns) {
    NavigableSet<Integer> points = points(patterns);
    for (int day = 0; day < WEEK; day += DAY) {
      if (points.subSet(day, day + DAY).size() > MOST_A_DAY) {
        throw InvalidPolicyException.of(field, "must have at most 24 time points in a day.");
      }
    }
    int previous = points.last() - WEEK;
    for (int point : points) {
      if (point - previous < LEAST_MINUTES) {
        throw InvalidPolicyException.of(
            field,
            "must leave at least 1 hour between two time points: "
                + clock(previous)
                + " and "
                + clock(point)
                + " are nearer.");
      }
      previous = point;
    }
  }

  private static NavigableSet<Integer> points(List<Pattern> patterns) {
    NavigableSet<Integer> points = new TreeSet<>();
    for (Pattern pattern : patterns) {
      for (DayOfWeek weekday : pattern.weekdays()) {
        pattern.minutes().forEach(minute -> points.add(weekday.ordinal() * DAY + minute));
      }
    }
    return points;
  }

  private static String clock(int point) {
    int minute = Math.floorMod(point, DAY);
    return two(minute / 60) + ":" + two(minute % 60);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : "" + number;
  }
}
