package io.coffer.scheduler.fire;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * When a policy is due, in words that a slow enumeration understands.
 *
 * @param interval in days
 * @param weekday on which it is due, whatever the interval; null for an interval
 */
record Plan(int interval, DayOfWeek weekday, LocalTime time, Instant createdAt) {

  private static final int TOO_FAR_DAYS = 10_000;

  String pattern() {
    String days =
        weekday == null
            ? "FREQ=DAILY;INTERVAL=" + interval
            : "FREQ=WEEKLY;BYDAY=" + weekday.name().substring(0, 2);
    return days + ";BYHOUR=" + time.getHour() + ";BYMINUTE=" + time.getMinute();
  }

  /** All moments up to one, day by day. */
  List<Instant> moments(Instant until) {
    List<Instant> moments = new ArrayList<>();
    LocalDate first = createdAt.atOffset(ZoneOffset.UTC).toLocalDate();
    for (int day = 0; day < TOO_FAR_DAYS; day++) {
      LocalDate date = first.plusDays(day);
      Instant moment = date.atTime(time).toInstant(ZoneOffset.UTC);
      if (moment.isAfter(until)) {
        return moments;
      }
      boolean named = weekday == null ? day % interval == 0 : date.getDayOfWeek() == weekday;
      if (named && moment.isAfter(createdAt)) {
        moments.add(moment);
      }
    }
    throw new IllegalStateException("too far");
  }
}
