package io.coffer.scheduler.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.messaging.testing.UnsetSettings;
import io.coffer.scheduler.calendar.NextFireTable.Crowd;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final FireSettings SETTINGS =
      UnsetSettings.of(FireSettings.class, Map.of("coffer.fires.spread", "10m"));

  @ParameterizedTest
  @CsvSource({
    "2, , 0, 2",
    "1000, , 0, 2",
    "2000, , 0, 4",
    "100000, , 0, 167",
    "1000, , 599, 1000",
    "1000, , 600, 1000",
    "1000, , 3600, 1000",
    "1000, 600, 0, 2",
    "1000, 10, 0, 4",
    "1000, 2, 0, 17",
    "1000, 1, 0, 34",
    "1000, 0, 0, 34",
    "1000, 1, 40, 1000"
  })
  void spreadsWhatIsDueOverTheTimeThatIsLeft(
      long count, Integer windowMinutes, int secondsLate, int most) {
    Crowd due = new Crowd(false, count, NOON, windowMinutes);
    assertThat(Pace.most(due, NOON.plusSeconds(secondsLate), SETTINGS)).isEqualTo(most);
  }

  @Test
  void beginsAllWithinTenMinutesHoweverManyAreDue() {
    for (long count : new long[] {1, 30, 1_199, 1_201, 77_777}) {
      long left = count;
      Instant now = NOON;
      for (; left > 0; now = now.plusSeconds(1)) {
        left -= Math.min(left, Pace.most(new Crowd(false, left, NOON, null), now, SETTINGS));
      }
      assertThat(Duration.between(NOON, now)).isLessThanOrEqualTo(Duration.ofMinutes(10));
    }
  }
}
