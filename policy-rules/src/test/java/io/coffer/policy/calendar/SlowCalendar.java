package io.coffer.policy.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks at every minute on the clock, one after the other, and asks each pattern whether it means
 * this one. Only for comparison with what is clever.
 */
final class SlowCalendar {

  private final List<Meaning> patterns;
  private final ZoneId zone;
  private final Instant start;

  SlowCalendar(List<String> patterns, ZoneId zone, Instant start) {
    this.patterns = patterns.stream().map(Meaning::of).toList();
    this.zone = zone;
    this.start = start;
  }

  List<Instant> within(Instant from, Instant to) {
    LocalDate anchor = start.atZone(zone).toLocalDate();
    TreeSet<Instant> fires = new TreeSet<>();
    LocalDateTime clock = from.atZone(zone).toLocalDate().minusDays(1).atStartOfDay();
    LocalDateTime end = to.atZone(zone).toLocalDate().plusDays(2).atStartOfDay();
    for (; clock.isBefore(end); clock = clock.plusMinutes(1)) {
      if (meant(clock, anchor)) {
        fires.add(instant(clock));
      }
    }
    fires.removeIf(f -> f.isBefore(start) || f.isBefore(from) || !f.isBefore(to));
    return new ArrayList<>(fires);
  }

  /** Where the clock does not show it, go on to the next minute that it shows. */
  private Instant instant(LocalDateTime clock) {
    LocalDateTime shown = clock;
    while (zone.getRules().getValidOffsets(shown).isEmpty()) {
      shown = shown.plusMinutes(1);
    }
    return shown.toInstant(zone.getRules().getValidOffsets(shown).get(0));
  }

  private boolean meant(LocalDateTime clock, LocalDate anchor) {
    return patterns.stream().anyMatch(pattern -> pattern.meant(clock, anchor));
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private record Meaning(
      boolean daily, int interval, List<String> days, List<Integer> hours, List<Integer> minutes) {

    static Meaning of(String pattern) {
      return new Meaning(
          part(pattern, "FREQ", "").equals("DAILY"),
          Integer.parseInt(part(pattern, "INTERVAL", "1")),
          List.of(part(pattern, "BYDAY", "MO,TU,WE,TH,FR,SA,SU").split(",")),
          numbers(part(pattern, "BYHOUR", "")),
          numbers(part(pattern, "BYMINUTE", "0")));
    }

    boolean meant(LocalDateTime clock, LocalDate anchor) {
      if (!minutes.contains(clock.getMinute()) || !hours.contains(clock.getHour())) {
        return false;
      }
      LocalDate day = clock.toLocalDate();
      long periods =
          daily
              ? ChronoUnit.DAYS.between(anchor, day)
              : ChronoUnit.WEEKS.between(monday(anchor), monday(day));
      return periods % interval == 0 && days.contains(clock.getDayOfWeek().name().substring(0, 2));
    }

    private static List<Integer> numbers(String list) {
      return Stream.of(list.split(",")).map(Integer::valueOf).toList();
    }

    private static String part(String pattern, String name, String absent) {
      return Stream.of(pattern.split(";"))
          .filter(part -> part.startsWith(name + "="))
          .map(part -> part.substring(name.length() + 1))
          .findFirst()
          .orElse(absent);
    }
  }
}
