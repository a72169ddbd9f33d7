package io.coffer.policy.retention;

import io.coffer.policy.calendar.PolicyCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The fires of a policy after an instant, each looked for once: a rule may count a hundred thousand
 * of them for each of many backups. Not for several threads.
 */
public final class ComingFires {

  private final PolicyCalendar calendar;
  private final Instant now;
  private final List<Instant> known = new ArrayList<>();

  public ComingFires(PolicyCalendar calendar, Instant now) {
    this.calendar = calendar;
    this.now = now;
  }

  /** The instant that these come after. */
  Instant now() {
    return now;
  }

  /** The next one. */
  public Instant next() {
    return at(1);
  }

  /** The one with this number; the first is 1. */
  Instant at(int number) {
    while (known.size() < number) {
      known.add(calendar.nextAfter(known.isEmpty() ? now : known.get(known.size() - 1)));
    }
    return known.get(number - 1);
  }

  /** The first at an instant or after it, which need not be one of the next. */
  Instant firstFrom(Instant instant) {
    return calendar.firstFrom(instant);
  }
}
