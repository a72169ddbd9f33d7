package io.coffer.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignsOfWorkTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final AtomicLong timer = new AtomicLong(Long.MAX_VALUE - 5);
  private final SignsOfWork signs = new SignsOfWork(timer::get);

  @Test
  void areMissingWhenAJobAsksAndTellsNothing() {
    timer.addAndGet(LONG.toNanos() - 1);
    assertThat(signs.areMissingFor(LONG)).isFalse();
    timer.addAndGet(1);
    assertThat(signs.areMissingFor(LONG)).isTrue();
    signs.given();
    assertThat(signs.areMissingFor(LONG)).isFalse();
  }

  @Test
  void areThereWhileTheJobReckonsAndMissingWhileItWaits() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread job =
        new Thread(
            () -> {
              signs.begin();
              begun.countDown();
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    job.start();
    begun.await();
    while (job.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    signs.areMissingFor(LONG);
    timer.addAndGet(LONG.toNanos());
    assertThat(signs.areMissingFor(LONG)).isTrue();
    end.countDown();
    job.join();

    SignsOfWork reckoning = new SignsOfWork(timer::get);
    reckoning.begin();
    reckoning.areMissingFor(LONG);
    timer.addAndGet(LONG.toNanos());
    double sum = 0;
    for (int i = 0; i < 5_000_000; i++) {
      sum += Math.sqrt(i);
    }
    assertThat(sum).isPositive();
    assertThat(reckoning.areMissingFor(LONG)).isFalse();
  }
}
