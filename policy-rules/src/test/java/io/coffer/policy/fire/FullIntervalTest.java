package io.coffer.policy.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FullIntervalTest {

  private static final Instant MONDAY = Instant.parse("2024-05-06T02:00:00Z");

  @Test
  void beginsWithAFullOne() {
    assertThat(FullInterval.NONE.full(-1, MONDAY, false)).isTrue();
    assertThat(runs(-1, 24, 4)).isEqualTo("FIII");
  }

  @Test
  void makesThatManyIncrementalOnesBetweenTwoFullOnes() {
    assertThat(runs(3, 24, 9)).isEqualTo("FIIIFIIIF");
    assertThat(runs(1, 24, 5)).isEqualTo("FIFIF");
  }

  @Test
  void makesEveryOneFullAtZero() {
    assertThat(runs(0, 24, 3)).isEqualTo("FFF");
  }

  @Test
  void leavesADayBetweenTwoScheduledFullOnes() {
    assertThat(runs(0, 8, 7)).isEqualTo("FIIFIIF");
    assertThat(runs(2, 6, 9)).isEqualTo("FIIIFIIIF");
  }

  @Test
  void countsTheDayToTheVeryInstant() {
    FullInterval full = FullInterval.NONE.after(true, MONDAY);
    assertThat(full.full(0, MONDAY.plus(Duration.ofHours(24)), false)).isTrue();
    assertThat(full.full(0, MONDAY.plus(Duration.ofHours(24)).minusMillis(1), false)).isFalse();
  }

  @Test
  void makesAFullOneWhenAskedForAndBeginsToCountAnew() {
    FullInterval state = FullInterval.NONE.after(true, MONDAY).after(false, MONDAY);
    assertThat(state.full(3, MONDAY.plusSeconds(60), true)).isTrue();
    assertThat(state.full(-1, MONDAY.plusSeconds(60), true)).isTrue();
    assertThat(state.after(true, MONDAY.plusSeconds(60)).incrementals()).isZero();
  }

  private static String runs(int interval, int hours, int number) {
    StringBuilder kinds = new StringBuilder();
    FullInterval state = FullInterval.NONE;
    for (int i = 0; i < number; i++) {
      Instant at = MONDAY.plus(Duration.ofHours((long) hours * i));
      boolean full = state.full(interval, at, false);
      kinds.append(full ? 'F' : 'I');
      state = state.after(full, at);
    }
    return kinds.toString();
  }
}
