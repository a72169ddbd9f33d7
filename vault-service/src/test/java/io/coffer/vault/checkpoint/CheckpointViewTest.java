package io.coffer.vault.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.vault.Samples;
import io.coffer.vault.backup.BackupRow;
import io.coffer.vault.backup.BackupStatus;
import io.coffer.vault.vault.VaultRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointViewTest {

  @Test
  void tellsAsManyDaysAsWereAskedForAMomentBeforeItWasMade() {
    assertThat(days(Samples.TIME.plus(Duration.ofDays(3)).minusMillis(1))).isEqualTo(3);
    assertThat(days(Samples.TIME.plus(Duration.ofDays(3)))).isEqualTo(3);
    assertThat(days(null)).isEqualTo(-1);
  }

  private static int days(Instant end) {
    CheckpointRow row = new CheckpointRow();
    row.status = CheckpointStatus.protecting;
    row.createdAt = Samples.TIME;
    BackupRow backup = new BackupRow();
    backup.status = BackupStatus.protecting;
    backup.expiredAt = end;
    return CheckpointView.of(row, new VaultRow(), List.of(backup)).extraInfo().retentionDuration();
  }
}
