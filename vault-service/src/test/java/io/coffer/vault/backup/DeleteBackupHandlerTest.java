package io.coffer.vault.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.BackupCommand;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionStarted;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteBackupHandlerTest {

  private static final DeleteBackupHandler HANDLER = new DeleteBackupHandler(null, null, null);
  private static final BackupCommand.DeleteBackup COMMANDED =
      new BackupCommand.DeleteBackup(new UUID(1, 1), "request");
  private static final UUID COMMAND = new UUID(7, 1);
  private static final VaultState OPEN = Samples.vault(VaultStatus.available);

  @Test
  void ordersTheDeletionUnderTheIdOfTheCommand() {
    BackupState backup = backup(BackupStatus.available);
    Decision.Accepted accepted = (Decision.Accepted) decide(backup, OPEN);
    assertThat(accepted.events())
        .containsExactly(
            new BackupDeletionStarted(
                Samples.VAULT, backup.id(), COMMAND, "request", "req-1", Samples.TIME));
    assertThat(accepted.commands())
        .containsExactly(new StartDelete(COMMAND, Samples.VAULT, backup.id(), "snap-1"));
  }

  @Test
  void ordersTheDeletionOfAFailedBackupWithoutASnapshotToo() {
    BackupState backup =
        BackupSamples.family(Samples.server("s1"), BackupStatus.error, null).get(0);
    Decision.Accepted accepted = (Decision.Accepted) decide(backup, OPEN);
    assertThat(accepted.commands())
        .containsExactly(new StartDelete(COMMAND, Samples.VAULT, backup.id(), null));
  }

  @Test
  void refusesABackupThatIsBeingMade() {
    assertThat(Samples.code(decide(backup(BackupStatus.protecting), OPEN)))
        .isEqualTo("BackupService.6201");
  }

  @Test
  void deletesAnOlderBackupWhileANewOneIsBeingMade() {
    Decision decision =
        decide(
            backup(BackupStatus.available),
            OPEN,
            Samples.running(OperationType.backup, "s1", null));
    assertThat(Samples.code(decision)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"s1, s1", "s1, s2", "s2, s1"})
  void refusesWhileARestoreFromOrOntoTheResourceRuns(String source, String target) {
    Decision decision =
        decide(
            backup(BackupStatus.available),
            OPEN,
            Samples.running(OperationType.restore, source, target));
    assertThat(Samples.code(decision)).isEqualTo("BackupService.6216");
  }

  @Test
  void saysYesAgainWhileItIsBeingDeletedWhateverTheVaultDoes() {
    assertThat(decide(backup(BackupStatus.deleting), Samples.vault(VaultStatus.frozen)))
        .isEqualTo(Decision.nothing());
  }

  @ParameterizedTest
  @CsvSource({"lock", "frozen", "deleting", "error"})
  void asksTheStateOfTheVault(VaultStatus status) {
    assertThat(Samples.code(decide(backup(BackupStatus.available), Samples.vault(status))))
        .isEqualTo("BackupService.6201");
  }

  @Test
  void refusesInALockedVault() {
    VaultState locked = Samples.vault(VaultStatus.available, true, 0);
    assertThat(Samples.code(decide(backup(BackupStatus.available), locked)))
        .isEqualTo("BackupService.6201");
  }

  @Test
  void isOkInAFullVault() {
    VaultState full = Samples.vault(VaultStatus.available, false, 100 * Samples.GB);
    assertThat(Samples.code(decide(backup(BackupStatus.available), full))).isNull();
  }

  @Test
  void keepsABackupThatMovesToAnotherVault() {
    OperationState moves = Samples.running(OperationType.copy, "s1", null);
    assertThat(Samples.code(decide(backup(BackupStatus.available), OPEN, moves)))
        .isEqualTo("BackupService.6216");
  }

  @Test
  void refusesAPartOfABackup() {
    BackupState child = BackupSamples.family(Samples.server("s1"), BackupStatus.available).get(1);
    assertThat(Samples.code(decide(child, OPEN))).isEqualTo("BackupService.6201");
  }

  @Test
  void knowsOnlyBackupsThatAreThere() {
    assertThat(Samples.code(HANDLER.absent(COMMANDED))).isEqualTo("BackupService.6200");
  }

  private static BackupState backup(BackupStatus status) {
    return BackupSamples.family(Samples.server("s1"), status).get(0);
  }

  private static Decision decide(BackupState backup, VaultState vault, OperationState... running) {
    return HANDLER.decide(
        new DeleteBackupHandler.State(backup, vault, List.of(running)),
        COMMANDED,
        Samples.envelope(COMMAND));
  }
}
