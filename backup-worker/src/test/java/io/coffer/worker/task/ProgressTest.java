package io.coffer.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void isNeverComplete() {
    assertThat(Progress.of(1000, 1000, 0).percent()).isEqualTo(99);
    assertThat(Progress.of(1000, 999, 0).percent()).isEqualTo(99);
    assertThat(Progress.of(1000, 500, 0).percent()).isEqualTo(50);
  }

  @Test
  void ofNothingToDoIsNought() {
    assertThat(Progress.of(0, 0, 0)).isEqualTo(new Progress(0, 0, 0, 0));
  }

  @Test
  void doesNotCountMoreThanThereIs() {
    assertThat(Progress.of(100, 250, 7)).isEqualTo(new Progress(99, 100, 100, 7));
  }

  @Test
  void neverFallsWhileMoreIsDone() {
    Random random = new Random(42);
    for (int i = 0; i < 1000; i++) {
      long total = random.nextLong(1L << 50) + 1;
      long some = random.nextLong(total);
      long more = some + random.nextLong(total - some);
      assertThat(Progress.of(total, some, 0).percent())
          .isBetween(0, Progress.of(total, more, 0).percent());
    }
  }
}
