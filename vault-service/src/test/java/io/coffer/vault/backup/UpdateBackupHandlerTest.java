package io.coffer.vault.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.BackupCommand.UpdateBackup;
import io.coffer.contracts.vault.BackupEvent.BackupRenamed;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateBackupHandlerTest {

  private static final UpdateBackupHandler HANDLER = new UpdateBackupHandler(null, null);

  @ParameterizedTest
  @EnumSource(names = {"available", "protecting", "restoring", "deleting", "error"})
  void renamesABackupInWhateverStateItIs(BackupStatus status) {
    BackupState backup = BackupSamples.family(Samples.server("s1"), status).get(0);
    assertThat(decide(backup, "new"))
        .isEqualTo(
            Decision.accept(new BackupRenamed(Samples.VAULT, backup.id(), "new", Samples.TIME)));
  }

  @Test
  void doesNothingWhenTheNameStaysOrIsNotSaid() {
    BackupState backup = BackupSamples.family(Samples.server("s1"), BackupStatus.available).get(0);
    assertThat(decide(backup, backup.name())).isEqualTo(Decision.nothing());
    assertThat(decide(backup, null)).isEqualTo(Decision.nothing());
  }

  @Test
  void knowsOnlyBackupsThatAreThere() {
    assertThat(Samples.code(HANDLER.absent(new UpdateBackup(new UUID(1, 1), "new"))))
        .isEqualTo("BackupService.6200");
  }

  private static Decision decide(BackupState backup, String name) {
    return HANDLER.decide(
        backup, new UpdateBackup(backup.id(), name), Samples.envelope(new UUID(1, 2)));
  }
}
