package io.coffer.policy.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OverlapTest {

  private static final Instant MIDNIGHT = Instant.parse("2024-05-01T00:00:00Z");

  @Test
  void skipsEveryFireThatFindsTheRunBefore() {
    assertThat(runs(6, 90)).containsExactly(true, false, true, false, true, false);
  }

  @Test
  void runsAtTheInstantAtWhichTheRunBeforeEnds() {
    assertThat(runs(3, 60)).containsExactly(true, true, true);
    assertThat(runs(3, 61)).containsExactly(true, false, true);
  }

  @Test
  void takesADurationForEachRunAndTheLastForTheRest() {
    assertThat(runs(6, 299, 10)).containsExactly(true, false, false, false, false, true);
    assertThat(runs(5, 10, 119)).containsExactly(true, true, false, true, false);
  }

  @Test
  void needsADuration() {
    assertThatIllegalArgumentException().isThrownBy(() -> runs(1));
  }

  @Test
  void namesTheFires() {
    assertThat(Overlap.decide(List.of(MIDNIGHT), List.of(Duration.ZERO)))
        .containsExactly(new FireDecision(MIDNIGHT, true));
  }

  private static Stream<Boolean> runs(int fires, int... minutes) {
    return Overlap.decide(
            IntStream.range(0, fires)
                .mapToObj(hour -> MIDNIGHT.plus(Duration.ofHours(hour)))
                .toList(),
            IntStream.of(minutes).mapToObj(Duration::ofMinutes).toList())
        .stream()
        .map(FireDecision::runs);
  }
}
