package io.coffer.worker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTurnsTest {

  private static final long MIB = 1 << 20;

  @Test
  void letOneBackupRunHoweverLittleMemoryThereIs() {
    assertThat(MemoryTurns.atOnce(64 * MIB, 8)).isOne();
    assertThat(MemoryTurns.atOnce(192 * MIB, 2)).isOne();
  }

  @Test
  void letMoreRunWhereThereIsMemoryForAllTheirPacks() {
    assertThat(MemoryTurns.atOnce(256 * MIB, 2)).isEqualTo(2);
    assertThat(MemoryTurns.atOnce(1024 * MIB, 8)).isEqualTo(9);
  }
}
