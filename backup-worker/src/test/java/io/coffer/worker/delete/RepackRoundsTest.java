package io.coffer.worker.delete;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.worker.job.VaultQueue;
import org.junit.jupiter.api.Test;

class RepackRoundsTest {

  private static final long GIB = 1L << 30;

  @Test
  void goesOnWhileNobodyWaits() {
    assertThat(RepackRounds.isNext(0, VaultQueue.NOBODY)).isTrue();
    assertThat(RepackRounds.isNext(100, VaultQueue.NOBODY)).isTrue();
  }

  @Test
  void letsBackupsWaitForOneRoundOnly() {
    assertThat(RepackRounds.isNext(0, VaultQueue.SHARERS)).isTrue();
    assertThat(RepackRounds.isNext(1, VaultQueue.SHARERS)).isFalse();
  }

  @Test
  void leavesItToTheDeletionThatWaits() {
    assertThat(RepackRounds.isNext(0, VaultQueue.DELETION)).isFalse();
  }

  @Test
  void copiesAFairPartOfWhatIsStored() {
    assertThat(RepackRounds.looking().copiedBytes()).isZero();
    assertThat(RepackRounds.round(3 * GIB).copiedBytes()).isEqualTo(GIB);
    assertThat(RepackRounds.round(100 * GIB).copiedBytes()).isEqualTo(5 * GIB);
  }
}
