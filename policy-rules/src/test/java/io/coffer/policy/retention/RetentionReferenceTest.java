package io.coffer.policy.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.policy.retention.Verdict.Goes;
import io.coffer.policy.retention.Verdict.Ignored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ten thousand seeded cases; the seed is in the message of what fails. */
class RetentionReferenceTest {

  private static final long SEEDS = Long.getLong("coffer.policy.seeds", 10_000);

  @Test
  void agreesWithTheSlowReference() {
    seeds(
        seed -> {
          RandomCase c = RandomCase.of(seed);
          SlowRetention slow = new SlowRetention(c.rules(), c.backups(), c.now());
          assertThat(verdicts(c).stream().map(v -> v.backup().id() + " " + fate(v)).toList())
              .as("seed %d", seed)
              .isEqualTo(c.backups().stream().map(b -> b.id() + " " + slow.fate(b)).toList());
        });
  }

  @Test
  void deletesNothingMoreWhenItIsAskedAgain() {
    seeds(
        seed -> {
          RandomCase c = RandomCase.of(seed);
          List<BackupFacts> left = without(c.backups(), gone(verdicts(c)));
          assertThat(gone(verdicts(new RandomCase(c.rules(), left, c.now()))))
              .as("seed %d", seed)
              .isEmpty();
        });
  }

  @Test
  void alwaysKeepsTheNewestUnlessItHasExpired() {
    seeds(
        seed -> {
          RandomCase c = RandomCase.of(seed);
          c.backups().stream()
              .filter(b -> b.counts() && !b.expired(c.now()))
              .min(BackupFacts.NEWEST_FIRST)
              .ifPresent(
                  newest ->
                      assertThat(gone(verdicts(c)))
                          .as("seed %d", seed)
                          .doesNotContain(newest.id()));
        });
  }

  @Test
  void doesNotDependOnTheOrderInWhichBackupsCome() {
    seeds(
        seed -> {
          RandomCase c = RandomCase.of(seed);
          List<BackupFacts> shuffled = new ArrayList<>(c.backups());
          Collections.shuffle(shuffled, new Random(seed));
          assertThat(new HashSet<>(verdicts(new RandomCase(c.rules(), shuffled, c.now()))))
              .as("seed %d", seed)
              .isEqualTo(new HashSet<>(verdicts(c)));
        });
  }

  @Test
  void keepsNoFewerWhenACounterIsRaised() {
    seeds(
        seed -> {
          RandomCase c = RandomCase.of(seed);
          RetentionRules r = c.rules();
          if (r.byQuantity()) {
            int which = (int) (seed % 5);
            RetentionRules more =
                new RetentionRules(
                    r.maxBackups() + (which == 0 ? 1 : 0),
                    r.dayBackups() + (which == 1 ? 1 : 0),
                    r.weekBackups() + (which == 2 ? 1 : 0),
                    r.monthBackups() + (which == 3 ? 1 : 0),
                    r.yearBackups() + (which == 4 ? 1 : 0),
                    -1,
                    r.timezone());
            assertThat(gone(verdicts(c)))
                .as("seed %d", seed)
                .containsAll(gone(verdicts(new RandomCase(more, c.backups(), c.now()))));
          }
        });
  }

  private static void seeds(LongConsumer check) {
    for (long seed = 0; seed < SEEDS; seed++) {
      check.accept(seed);
    }
  }

  private static List<Verdict> verdicts(RandomCase c) {
    return Sweep.byRule(c.rules(), c.backups(), c.now(), false);
  }

  private static String fate(Verdict verdict) {
    return verdict instanceof Goes ? "delete" : verdict instanceof Ignored ? "ignore" : "keep";
  }

  private static Set<String> gone(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Goes.class::isInstance)
        .map(verdict -> verdict.backup().id())
        .collect(Collectors.toSet());
  }

  private static List<BackupFacts> without(List<BackupFacts> backups, Set<String> ids) {
    return backups.stream().filter(backup -> !ids.contains(backup.id())).toList();
  }
}
