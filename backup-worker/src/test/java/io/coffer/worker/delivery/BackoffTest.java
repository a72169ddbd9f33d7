package io.coffer.worker.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.messaging.round.Doubling;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Instant START = Samples.START;
  private static final Backoff BACKOFF =
      new Backoff(new Doubling(Duration.ofSeconds(5), Duration.ofHours(1)));

  @Test
  void doublesItsPausesUpToAnHourAndEndsWithTheDay() {
    Instant now = START;
    int attempts = 1;
    while (true) {
      Optional<Instant> next = BACKOFF.next(delivery(new UUID(7, 7), attempts), now);
      if (next.isEmpty()) {
        break;
      }
      Duration whole = Duration.ofSeconds(Math.min(3600, 5L << Math.min(20, attempts - 1)));
      assertThat(Duration.between(now, next.get()))
          .isBetween(whole.dividedBy(2), whole.plusMillis(1));
      now = next.get();
      attempts++;
    }
    assertThat(attempts).isBetween(30, 60);
    assertThat(now).isBetween(START.plus(Duration.ofHours(22)), START.plus(Duration.ofDays(1)));
  }

  @Test
  void doesNotAskReceiversTogetherThatFailedTogether() {
    Set<Instant> times = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      times.add(BACKOFF.next(delivery(new UUID(i, i * 31L), 3), START).orElseThrow());
    }
    assertThat(times).hasSizeGreaterThan(90);
  }

  private static Delivery delivery(UUID id, int attempts) {
    return Samples.delivery(id, "https://example.com/", attempts);
  }
}
