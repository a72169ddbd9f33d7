package io.coffer.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void theFirstDeathIsAnsweredAtOnceAndLaterOnesLater() {
    List<Long> seconds = new ArrayList<>();
    BackOff backOff = BackOff.NONE;
    Instant now = START;
    for (int death = 0; death < 9; death++) {
      Instant due = backOff.next(now);
      seconds.add(Duration.between(now, due).toSeconds());
      now = due;
      backOff = backOff.startedAgain(now);
    }
    assertThat(seconds).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    assertThat(backOff.restarts()).isEqualTo(9);
  }

  @Test
  void aLongLifeIsForgiven() {
    BackOff backOff = BackOff.NONE.startedAgain(START).startedAgain(START).startedAgain(START);
    Instant later = START.plus(Duration.ofMinutes(11));
    assertThat(backOff.next(later)).isEqualTo(later);
    assertThat(backOff.startedAgain(later).inARow()).isEqualTo(1);
    assertThat(backOff.startedAgain(later).restarts()).isEqualTo(4);
  }

  @Test
  void aLateLookDoesNotWaitAgain() {
    BackOff backOff = BackOff.NONE.startedAgain(START);
    assertThat(backOff.next(START.plusSeconds(30))).isBefore(START.plusSeconds(2));
  }
}
