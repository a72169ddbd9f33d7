package io.coffer.cli.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TaskWaitTest {

  @Test
  void looksOftenAtAShortTaskAndOnceASecondAtALongOne() {
    assertThat(TaskWait.stepAfter(Duration.ZERO)).isEqualTo(Duration.ofMillis(100));
    assertThat(TaskWait.stepAfter(Duration.ofSeconds(6))).isEqualTo(Duration.ofMillis(300));
    assertThat(TaskWait.stepAfter(Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(1));
  }
}
