package io.coffer.scheduler.calendar;

import io.coffer.policy.calendar.PolicyCalendar;
import io.coffer.policy.calendar.Schedule;
import java.time.Instant;
import java.util.List;

/**
 * When a policy acts.
 *
 * @param scheduleTimezone whose clock the pattern reads; null for UTC
 * @param anchor the creation of the policy, from which intervals are counted
 * @param windowMinutes how late it may begin; null where its policy says nothing of it
 */
public record Timetable(
    List<String> pattern, String scheduleTimezone, Instant anchor, Integer windowMinutes) {

  public PolicyCalendar calendar() {
    return Schedule.parse(
            "pattern", pattern, Schedule.zone("x_schedule_timezone", scheduleTimezone))
        .since(anchor);
  }
}
