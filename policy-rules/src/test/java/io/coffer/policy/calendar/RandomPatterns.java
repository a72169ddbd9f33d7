package io.coffer.policy.calendar;

import io.coffer.policy.InvalidPolicyException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Patterns, a zone and a creation drawn from a seed; those that rules refuse are drawn anew. */
record RandomPatterns(List<String> texts, ZoneId zone, Instant createdAt) {

  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("UTC"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"), // half an hour of summer time
          ZoneId.of("America/Sao_Paulo"), // changed at midnight until 2019
          ZoneId.of("Asia/Kathmandu"));

  static RandomPatterns of(long seed) {
    Random random = new Random(seed);
    ZoneId zone = random.nextInt(3) == 0 ? ZONES.get(0) : ZONES.get(random.nextInt(ZONES.size()));
    Instant createdAt =
        Instant.parse("2017-01-01T00:00:00Z")
            .plus(Duration.ofMinutes(random.nextInt(500 * 24 * 60)));
    while (true) {
      List<String> texts = new ArrayList<>();
      int number = 1 + random.nextInt(3);
      for (int i = 0; i < number; i++) {
        texts.add(pattern(random));
      }
      try {
        Schedule.parse("pattern", texts, zone);
        return new RandomPatterns(texts, zone, createdAt);
      } catch (InvalidPolicyException tooNear) {
        // drawn anew
      }
    }
  }

  PolicyCalendar calendar() {
    return Schedule.parse("pattern", texts, zone).since(createdAt);
  }

  private static String pattern(Random random) {
    boolean daily = random.nextBoolean();
    List<String> parts = new ArrayList<>();
    parts.add(daily ? "FREQ=DAILY" : "FREQ=WEEKLY");
    if (random.nextBoolean()) {
      parts.add("INTERVAL=" + (1 + random.nextInt(random.nextBoolean() ? 3 : 30)));
    }
    if (!daily || random.nextInt(3) == 0) {
      int mask = 1 + random.nextInt(127);
      parts.add(
          "BYDAY="
              + String.join(
                  ",", DAYS.stream().filter(d -> (mask >> DAYS.indexOf(d) & 1) == 1).toList()));
    }
    int hour = random.nextInt(24);
    parts.add("BYHOUR=" + hour + (random.nextInt(3) == 0 ? "," + (hour + 2) % 24 : ""));
    if (random.nextInt(4) > 0) {
      parts.add("BYMINUTE=" + (random.nextBoolean() ? "00" : random.nextInt(60)));
    }
    return String.join(";", parts);
  }
}
