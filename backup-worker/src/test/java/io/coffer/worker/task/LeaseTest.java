package io.coffer.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseTest {

  private static final long LENGTH = Duration.ofSeconds(15).toNanos();

  /** Timers may start anywhere and overflow. */
  private final AtomicLong timer = new AtomicLong(Long.MAX_VALUE - LENGTH);

  private final Lease lease = new Lease(Duration.ofNanos(LENGTH), timer::get, timer.get());

  @Test
  void endsByItselfAtItsTime() {
    timer.addAndGet(LENGTH - 1);
    assertThat(lease.isHeld()).isTrue();
    timer.addAndGet(1);
    assertThat(lease.isHeld()).isFalse();
  }

  @Test
  void lastsFromTheMomentItWasAskedForAndNotFromTheAnswer() {
    long asked = timer.addAndGet(LENGTH / 3);
    timer.addAndGet(LENGTH / 3);
    lease.renewed(asked);
    timer.set(asked + LENGTH - 1);
    assertThat(lease.isHeld()).isTrue();
    timer.set(asked + LENGTH);
    assertThat(lease.isHeld()).isFalse();
  }

  @Test
  void isNotShortenedByALateAnswer() {
    lease.renewed(timer.get() + 100);
    lease.renewed(timer.get() + 50);
    timer.addAndGet(LENGTH + 99);
    assertThat(lease.isHeld()).isTrue();
  }

  @Test
  void neverComesBackOnceItWasSeenToBeOver() {
    timer.addAndGet(LENGTH);
    assertThat(lease.isHeld()).isFalse();
    lease.renewed(timer.get());
    assertThat(lease.isHeld()).isFalse();
  }

  @Test
  void endsWhenTheDatabaseSaysSo() {
    lease.lost();
    lease.renewed(timer.get());
    assertThat(lease.isHeld()).isFalse();
  }

  /**
   * Whatever happens in whatever order: who believes to hold it was granted it less than a length
   * ago.
   */
  @Test
  void isNeverBelievedLongerThanGranted() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      AtomicLong now = new AtomicLong(random.nextLong());
      long granted = now.get();
      Lease tried = new Lease(Duration.ofNanos(LENGTH), now::get, granted);
      for (int step = 0; step < 50; step++) {
        now.addAndGet((long) (random.nextDouble() * LENGTH * 0.7));
        boolean held = tried.isHeld();
        assertThat(held && now.get() - granted >= LENGTH).as("seed %d", seed).isFalse();
        if (held && random.nextInt(3) > 0) {
          granted = now.get();
          tried.renewed(granted);
        }
      }
    }
  }
}
