package io.coffer.policy.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.CbrError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FireFactsTest {

  @Test
  void makesABackupWhereNothingIsInTheWay() {
    assertThat(facts(0).skipped()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void skipsForEachReason(SkipReason reason) {
    assertThat(facts(1 << reason.ordinal()).skipped()).contains(reason);
  }

  @Test
  void namesTheFirstOfSeveralReasons() {
    for (int mask = 1; mask < 1 << SkipReason.values().length; mask++) {
      SkipReason first = SkipReason.values()[Integer.numberOfTrailingZeros(mask)];
      assertThat(facts(mask).skipped()).contains(first);
    }
  }

  @Test
  void saysWithADocumentedCodeWhyAResourceWasSkipped() {
    assertThat(SkipReason.BUSY.error()).isEqualTo(CbrError.RESOURCE_BEING_BACKED_UP);
    assertThat(SkipReason.BUSY.error().code()).isEqualTo("BackupService.6203");
    for (SkipReason reason : SkipReason.values()) {
      assertThat(reason.error().code()).startsWith("BackupService.");
      assertThat(reason.sentence()).endsWith(".");
    }
  }

  /** What is in the way: a bit for each reason, in their order. */
  private static FireFacts facts(int mask) {
    return new FireFacts(
        (mask & 1) > 0,
        (mask & 2) == 0,
        (mask & 4) == 0,
        (mask & 8) > 0,
        (mask & 16) > 0,
        (mask & 32) > 0,
        (mask & 64) > 0);
  }
}
