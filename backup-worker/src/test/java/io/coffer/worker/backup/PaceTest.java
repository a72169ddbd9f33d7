package io.coffer.worker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final AtomicLong timer = new AtomicLong(-5);

  @Test
  void letsTheFirstBytesPassAndTheNextWaitForThem() {
    Pace pace = new Pace(1_000_000, timer::get);
    assertThat(pace.take(500_000)).isZero();
    assertThat(pace.take(1)).isEqualTo(500_000_000);
  }

  @Test
  void savesNothingUpOverALongPause() {
    Pace pace = new Pace(1_000_000, timer::get);
    pace.take(1);
    timer.addAndGet(60_000_000_000L);
    assertThat(pace.take(1_000_000)).isZero();
    assertThat(pace.take(1)).isEqualTo(900_000_000);
  }

  @Test
  void keepsTheSpeedWhoeverAsksAndHoweverMuch() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      AtomicLong now = new AtomicLong();
      Pace pace = new Pace(8_000_000, now::get);
      long bytes = 0;
      while (bytes < 100_000_000) {
        int piece = random.nextInt(262_144) + 1;
        now.addAndGet(pace.take(piece));
        bytes += piece;
      }
      assertThat(now.get() / 1e9).as("seed %d", seed).isCloseTo(12.5, within(0.2));
    }
  }
}
