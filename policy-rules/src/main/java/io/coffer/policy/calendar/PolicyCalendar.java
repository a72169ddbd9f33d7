package io.coffer.policy.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The fires of one policy. They never end, and there is none before its creation; the day of its
 * creation, on the schedule's clock, is where intervals are counted from.
 */
public final class PolicyCalendar {

  private static final long DAY_SECONDS = 24L * 60 * 60;

  private final List<Pattern> patterns;
  private final ZoneRules zone;
  private final Instant start;
  private final long anchor;

  PolicyCalendar(List<Pattern> patterns, ZoneRules zone, Instant start) {
    this.patterns = patterns;
    this.zone = zone;
    this.start = start;
    this.anchor = day(start);
  }

  /** The first fire at this instant or after it. */
  public Instant firstFrom(Instant instant) {
    Instant from = instant.isBefore(start) ? start : instant;
    Instant first = Instant.MAX;
    for (Pattern pattern : patterns) {
      Instant fire = first(pattern, from);
      if (fire.isBefore(first)) {
        first = fire;
      }
    }
    return first;
  }

  /** The first fire after this instant. */
  public Instant nextAfter(Instant instant) {
    return firstFrom(instant.plusNanos(1));
  }

  /** The first fires from an instant on and before another, in their order. */
  public List<Instant> within(Instant from, Instant to, int most) {
    List<Instant> fires = new ArrayList<>();
    Instant fire = firstFrom(from);
    while (fire.isBefore(to) && fires.size() < most) {
      fires.add(fire);
      fire = nextAfter(fire);
    }
    return fires;
  }

  /** Later on the clock is never earlier in time, so the first that is found is the first. */
  private Instant first(Pattern pattern, Instant from) {
    long day = pattern.dayFrom(day(from), anchor);
    while (true) {
      for (int minute : pattern.minutes()) {
        Instant fire = at(day, minute);
        if (!fire.isBefore(from)) {
          return fire;
        }
      }
      day = pattern.dayFrom(day + 1, anchor);
    }
  }

  private long day(Instant instant) {
    return Math.floorDiv(
        instant.getEpochSecond() + zone.getOffset(instant).getTotalSeconds(), DAY_SECONDS);
  }

  /**
   * When the clock shows this. What it skips in spring is at the instant where it goes on; what it
   * shows twice in autumn is the first time.
   */
  private Instant at(long day, int minute) {
    LocalDateTime clock =
        LocalDateTime.ofEpochSecond(day * DAY_SECONDS + minute * 60L, 0, ZoneOffset.UTC);
    ZoneOffsetTransition change = zone.getTransition(clock);
    return change != null && change.isGap()
        ? change.getInstant()
        : clock.toInstant(zone.getOffset(clock));
  }
}
