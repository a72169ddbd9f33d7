package io.coffer.messaging.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SetbacksTest {

  private static final UUID BAD = new UUID(1, 1);
  private static final UUID GOOD = new UUID(2, 2);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Setbacks setbacks = new Setbacks();

  @Test
  void triesWhatFailsAgainInTheNextRoundAndThenLessOftenUpToSixHours() {
    List<Long> pauses = new ArrayList<>();
    Instant last = START;
    for (int round = 0; pauses.size() < 12; round++) {
      Instant now = START.plus(Duration.ofSeconds(5L * round));
      if (tries(BAD, now, true)) {
        pauses.add(Duration.between(last, now).toSeconds());
        last = now;
      }
    }
    assertThat(pauses)
        .containsExactly(
            0L, 5L, 60L, 120L, 240L, 480L, 960L, 1_920L, 3_840L, 7_680L, 15_360L, 21_600L);
  }

  @Test
  void holdsNothingElseUp() {
    tries(BAD, START, true);
    tries(BAD, START, true);
    assertThat(tries(BAD, START, true)).isFalse();
    assertThat(tries(GOOD, START, false)).isTrue();
    assertThat(tries(GOOD, START, false)).isTrue();
  }

  @Test
  void forgetsWhatFailedOnceItSucceeds() {
    tries(BAD, START, true);
    tries(BAD, START, false);
    tries(BAD, START, true);
    assertThat(setbacks.last(BAD, START)).isFalse();
    tries(BAD, START, true);
    assertThat(setbacks.last(BAD, START)).isTrue();
  }

  @Test
  void isNotHeldByATimeThatHasNotCome() {
    Instant later = START.plus(Duration.ofDays(400));
    tries(BAD, later, true);
    tries(BAD, later, true);
    assertThat(setbacks.last(BAD, later)).isTrue();
    assertThat(setbacks.last(BAD, START)).isFalse();
  }

  /** Whether it was tried, which fails or not. */
  private boolean tries(UUID id, Instant now, boolean fails) {
    List<UUID> tried = new ArrayList<>();
    boolean done =
        setbacks.attempt(
            id,
            "order=7",
            now,
            () -> {
              tried.add(id);
              if (fails) {
                throw new IllegalStateException("of no use");
              }
            });
    assertThat(done).isEqualTo(!tried.isEmpty() && !fails);
    return !tried.isEmpty();
  }
}
