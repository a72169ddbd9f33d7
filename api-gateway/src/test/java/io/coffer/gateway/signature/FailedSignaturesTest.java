package io.coffer.gateway.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedSignaturesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final FailedSignatures failures = new FailedSignatures();

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
  void locksOnlyThePairOfKeyAndAddress() {
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

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      failures.failed("AK", "a", NOW);
    }
  }
}
