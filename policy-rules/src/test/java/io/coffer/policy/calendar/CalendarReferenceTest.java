package io.coffer.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;

/** Seeded patterns, compared with two other readings; the seed is in the message of what fails. */
class CalendarReferenceTest {

  private static final int MOST = 10_000;

  @Test
  void firesAtTheMinutesThatAnEnumerationOfAllMinutesFinds() {
    for (long seed = 0; seed < 60; seed++) {
      RandomPatterns patterns = RandomPatterns.of(seed);
      Instant from = patterns.createdAt().plus(Duration.ofDays(new Random(seed).nextInt(500) - 5));
      Instant to = from.plus(Duration.ofDays(35));
      assertThat(patterns.calendar().within(from, to, MOST))
          .as("seed %d: %s from %s", seed, patterns, from)
          .isEqualTo(
              new SlowCalendar(patterns.texts(), patterns.zone(), patterns.createdAt())
                  .within(from, to));
    }
  }

  @Test
  void findsTheNextFireFromAnyInstant() {
    for (long seed = 0; seed < 2_000; seed++) {
      RandomPatterns patterns = RandomPatterns.of(seed);
      PolicyCalendar calendar = patterns.calendar();
      List<Instant> fires =
          calendar.within(Instant.MIN, patterns.createdAt().plus(Duration.ofDays(500)), 40);
      Instant between = fires.get(0).plus(Duration.ofSeconds(new Random(seed).nextInt(9_000_000)));
      Instant next =
          fires.stream()
              .filter(f -> f.isAfter(between))
              .min(Comparator.naturalOrder())
              .orElse(null);
      if (next != null) {
        assertThat(calendar.nextAfter(between)).as("seed %d: %s", seed, patterns).isEqualTo(next);
      }
    }
  }

  @Test
  void agreesInUtcWithALibraryForICalendar() throws InvalidRecurrenceRuleException {
    for (long seed = 0; seed < 2_000; seed++) {
      RandomPatterns drawn = RandomPatterns.of(seed);
      PolicyCalendar calendar =
          Schedule.parse("pattern", drawn.texts(), ZoneOffset.UTC).since(drawn.createdAt());
      Instant to = drawn.createdAt().plus(Duration.ofDays(120));
      assertThat(calendar.within(drawn.createdAt(), to, MOST))
          .as("seed %d: %s", seed, drawn)
          .isEqualTo(library(drawn, to));
    }
  }

  /** The library counts from the first day's midnight; what is before the creation falls away. */
  private static List<Instant> library(RandomPatterns drawn, Instant to)
      throws InvalidRecurrenceRuleException {
    TreeSet<Instant> fires = new TreeSet<>();
    Instant midnight =
        drawn
            .createdAt()
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC);
    for (String text : drawn.texts()) {
      String explicit = text.contains("BYMINUTE") ? text : text + ";BYMINUTE=0";
      RecurrenceRuleIterator iterator =
          new RecurrenceRule(explicit, RecurrenceRule.RfcMode.RFC2445_STRICT)
              .iterator(midnight.toEpochMilli(), DateTime.UTC);
      Instant fire = Instant.ofEpochMilli(iterator.nextMillis());
      while (fire.isBefore(to)) {
        if (!fire.isBefore(drawn.createdAt())) {
          fires.add(fire);
        }
        fire = Instant.ofEpochMilli(iterator.nextMillis());
      }
    }
    return new ArrayList<>(fires);
  }
}
