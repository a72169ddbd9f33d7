package io.coffer.worker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackupSlotsTest {

  private static final long MIB = 1 << 20;

  @Test
  void letOneBackupRunHoweverLittleMemoryThereIs() {
    assertThat(BackupSlots.atOnce(64 * MIB, 8)).isOne();
    assertThat(BackupSlots.atOnce(192 * MIB, 2)).isOne();
  }

  @Test
  void letMoreRunWhereThereIsMemoryForAllTheirPacks() {
    assertThat(BackupSlots.atOnce(256 * MIB, 2)).isEqualTo(2);
    assertThat(BackupSlots.atOnce(1024 * MIB, 8)).isEqualTo(9);
  }
}
