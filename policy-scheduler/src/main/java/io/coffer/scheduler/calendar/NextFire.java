package io.coffer.scheduler.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The first moment of a policy for a vault that nothing was done about yet.
 *
 * @param endsAt when this timetable ended; null while it holds
 */
public record NextFire(
    UUID policyId, UUID vaultId, Instant moment, Instant endsAt, Timetable timetable) {

  /** The moments that are due now, in their order, the first ones where they are many. */
  public List<Instant> due(Instant now, int most) {
    Instant until = endsAt != null && endsAt.isBefore(now) ? endsAt : now;
    List<Instant> due = new ArrayList<>();
    if (!moment.isAfter(until)) {
      due.add(moment);
      due.addAll(
          timetable
              .calendar()
              .within(moment.plusNanos(1), until.plusNanos(1), Math.max(0, most - 1)));
    }
    return due;
  }
}
