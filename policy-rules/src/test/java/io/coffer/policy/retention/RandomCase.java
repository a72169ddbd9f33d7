package io.coffer.policy.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A rule and the backups of a resource, drawn from a seed. */
record RandomCase(RetentionRules rules, List<BackupFacts> backups, Instant now) {

  private static final Instant SOMETIME = Instant.parse("2023-12-20T00:00:00Z");
  private static final List<String> OTHER_STATES = List.of("error", "protecting", "deleting");

  static RandomCase of(long seed) {
    Random random = new Random(seed);
    List<BackupFacts> backups = new ArrayList<>();
    // Sometimes many in a day, sometimes years apart; sometimes several at one instant.
    long step = (long) Math.pow(10, 1 + random.nextInt(5));
    Instant at = SOMETIME.plus(Duration.ofHours(random.nextInt(20_000)));
    int number = random.nextInt(24);
    for (int i = 0; i < number; i++) {
      at = at.plus(Duration.ofMinutes((long) (random.nextDouble() * step)));
      backups.add(backup("b" + random.nextInt(10) + i, at, random));
    }
    return new RandomCase(rules(random), backups, at.plus(Duration.ofHours(random.nextInt(100))));
  }

  private static BackupFacts backup(String id, Instant at, Random random) {
    return new BackupFacts(
        id,
        at,
        chance(random, 10) ? OTHER_STATES.get(random.nextInt(3)) : "available",
        !chance(random, 8),
        chance(random, 4) ? at.plus(Duration.ofHours(random.nextInt(500))) : null,
        chance(random, 12) ? at.plus(Duration.ofDays(random.nextInt(100))) : null,
        chance(random, 12) ? Set.of(Guard.LEGAL_HOLD) : Set.of());
  }

  private static RetentionRules rules(Random random) {
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(900 * (random.nextInt(105) - 48));
    if (chance(random, 8)) {
      int days = random.nextBoolean() ? -1 : 1 + random.nextInt(30);
      return new RetentionRules(-1, 0, 0, 0, 0, days, offset);
    }
    int[] counts = new int[4];
    for (int i = 0; i < 4; i++) {
      counts[i] = random.nextBoolean() ? random.nextInt(6) : 0;
    }
    boolean longTerm = counts[0] + counts[1] + counts[2] + counts[3] > 0;
    int most = longTerm ? random.nextInt(6) : 1 + random.nextInt(6);
    return new RetentionRules(most, counts[0], counts[1], counts[2], counts[3], -1, offset);
  }

  private static boolean chance(Random random, int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
