package io.coffer.policy.retention;

import static io.coffer.policy.retention.Backups.days;
import static io.coffer.policy.retention.Backups.newest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetentionRulesTest {

  @Test
  void stampsAnExpiryOnlyByTime() {
    Instant now = Instant.parse("2024-04-01T00:00:00Z");
    assertThat(days(31).expiryOf(now)).contains(Instant.parse("2024-05-02T00:00:00Z"));
    assertThat(newest(3).expiryOf(now)).isEmpty();
    assertThat(RetentionRules.permanent().expiryOf(now)).isEmpty();
  }

  @Test
  void hasNoRuleThatMixesTimeAndQuantityOrKeepsNothing() {
    refused(1, 0, 0, 0, 0, 1);
    refused(0, 1, 0, 0, 0, 1);
    refused(-1, 1, 0, 0, 0, 1);
    refused(-1, 0, 1, 0, 0, 1);
    refused(-1, 0, 0, 1, 0, 1);
    refused(-1, 0, 0, 0, 1, 1);
    refused(0, 0, 0, 0, 0, -1);
  }

  private static void refused(int most, int day, int week, int month, int year, int days) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionRules(most, day, week, month, year, days, ZoneOffset.UTC));
  }
}
