package io.coffer.vault.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.vault.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointRowTest {

  @ParameterizedTest
  @CsvSource({
    "true, true, available",
    "true, false, available",
    "false, true, available",
    "false, false, error"
  })
  void isGoodWhenAnyOfItsBackupsIs(boolean first, boolean second, CheckpointStatus status) {
    CheckpointRow row = of(2);
    row.ended(first, Samples.TIME);
    assertThat(row.status).isEqualTo(CheckpointStatus.protecting);
    row.ended(second, Samples.TIME);
    assertThat(row.status).isEqualTo(status);
  }

  @Test
  void waitsForTheLastBackup() {
    CheckpointRow row = of(1);
    row.ended(true, Samples.TIME);
    assertThat(row.status).isEqualTo(CheckpointStatus.available);
    assertThat(row.updatedAt).isEqualTo(Samples.TIME);
  }

  private static CheckpointRow of(int backups) {
    CheckpointRow row = new CheckpointRow();
    row.status = CheckpointStatus.protecting;
    row.pending = backups;
    row.backups = backups;
    return row;
  }
}
