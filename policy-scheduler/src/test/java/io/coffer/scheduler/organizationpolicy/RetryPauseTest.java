package io.coffer.scheduler.organizationpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPauseTest {

  @Test
  void doublesFromAMinuteToSixHours() {
    assertThat(RetryPause.after(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryPause.after(2)).isEqualTo(Duration.ofMinutes(2));
    assertThat(RetryPause.after(9)).isEqualTo(Duration.ofMinutes(256));
    assertThat(RetryPause.after(10)).isEqualTo(Duration.ofHours(6));
    assertThat(RetryPause.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void doublesFromAnHourToSixWhereNothingIsHeard() {
    assertThat(RetryPause.unanswered(1)).isEqualTo(Duration.ofHours(1));
    assertThat(RetryPause.unanswered(3)).isEqualTo(Duration.ofHours(4));
    assertThat(RetryPause.unanswered(4)).isEqualTo(Duration.ofHours(6));
    assertThat(RetryPause.unanswered(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(6));
  }
}
