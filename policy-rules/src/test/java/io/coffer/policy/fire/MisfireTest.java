package io.coffer.policy.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MisfireTest {

  private static final List<String> FIRES =
      List.of("2024-05-01T00:00:00Z", "2024-05-01T01:00:00Z", "2024-05-01T02:00:00Z");

  @Test
  void runsTheNewestWithinTheGraceAndSkipsThoseBefore() {
    assertThat(decide("2024-05-01T02:59:00Z", FIRES)).containsExactly(false, false, true);
  }

  @Test
  void takesTheEndOfTheGraceForWithin() {
    assertThat(decide("2024-05-01T03:00:00Z", FIRES)).containsExactly(false, false, true);
    assertThat(decide("2024-05-01T03:00:00.001Z", FIRES)).containsExactly(false, false, false);
  }

  @Test
  void leavesOutFiresThatAreStillToCome() {
    assertThat(decide("2024-05-01T01:00:00Z", FIRES)).containsExactly(false, true);
    assertThat(decide("2024-04-30T23:59:59Z", FIRES)).isEmpty();
  }

  @Test
  void namesTheFires() {
    Instant fire = Instant.parse(FIRES.get(0));
    assertThat(Misfire.decide(List.of(fire), fire, Duration.ZERO))
        .containsExactly(new FireDecision(fire, true));
  }

  private static Stream<Boolean> decide(String now, List<String> fires) {
    return Misfire.decide(
            fires.stream().map(Instant::parse).toList(), Instant.parse(now), Duration.ofMinutes(60))
        .stream()
        .map(FireDecision::runs);
  }
}
