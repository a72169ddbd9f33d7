package io.coffer.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final FailedAttempts failures = new FailedAttempts();

  @Test
  void locksAfterMoreThanFiveFailuresAndForFiveMinutes() {
    fail(5);
    assertThat(failures.locked("AK", "a", NOW)).isFalse();
    fail(1);
    assertThat(failures.locked("AK", "a", NOW)).isTrue();
    assertThat(failures.locked("AK", "a", NOW.plusSeconds(299))).isTrue();
    assertThat(failures.locked("AK", "a", NOW.plusSeconds(300))).isFalse();
  }

  @Test
  void locksOnlyThePairOfIdentityAndAddress() {
    fail(6);
    assertThat(failures.locked("AK", "b", NOW)).isFalse();
    assertThat(failures.locked("OTHER", "a", NOW)).isFalse();
  }

  @Test
  void startsAnewAfterASuccess() {
    fail(5);
    failures.succeeded("AK", "a");
    fail(5);
    assertThat(failures.locked("AK", "a", NOW)).isFalse();
  }

  @Test
  void keepsTheAnswerBackTwiceAsLongEachTime() {
    for (long millis : new long[] {0, 250, 500, 1_000, 2_000, 2_000, 2_000}) {
      assertThat(failures.failed("AK", "a", NOW)).hasMillis(millis);
    }
    assertThat(failures.failed("AK", "b", NOW)).isZero();
  }

  @Test
  void takesANetworkOfIpv6ForOnePlace() {
    for (int i = 0; i < 6; i++) {
      failures.failed("AK", "2001:db8:0:1:0:0:0:" + i, NOW);
    }
    assertThat(failures.locked("AK", "2001:db8:0:1:f:f:f:f", NOW)).isTrue();
    assertThat(failures.locked("AK", "2001:db8:0:2:0:0:0:1", NOW)).isFalse();
    assertThat(failures.locked("AK", "127.0.0.1", NOW)).isFalse();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      failures.failed("AK", "a", NOW);
    }
  }
}
