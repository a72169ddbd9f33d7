package io.coffer.vault.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionStarted;
import io.coffer.contracts.work.WorkCommand.StartVaultDelete;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeleteVaultHandlerTest {

  private static final DeleteVaultHandler HANDLER = new DeleteVaultHandler(null, null);
  private static final UUID COMMAND = new UUID(7, 7);

  @Test
  void ordersTheDeletionOfTheRepositoryUnderTheIdOfTheCommand() {
    Decision.Accepted accepted = (Decision.Accepted) decide(Samples.vault(VaultStatus.available));
    assertThat(accepted.events())
        .containsExactly(
            new VaultDeletionStarted(Samples.VAULT, COMMAND, 1, "req-1", Samples.TIME));
    assertThat(accepted.commands()).containsExactly(new StartVaultDelete(COMMAND, Samples.VAULT));
  }

  @ParameterizedTest
  @EnumSource(names = {"backup", "restore", "delete", "remove_resource"})
  void refusesWhileATaskRunsAndNamesIt(OperationType type) {
    OperationState task = Samples.running(type, "s1", null);
    Decision decision = decide(Samples.vault(VaultStatus.available), task);
    assertThat(Samples.code(decision)).isEqualTo("BackupService.6111");
    assertThat(((Decision.Refused) decision).message()).contains(task.id().toString());
  }

  @Test
  void saysYesAgainWhileItIsBeingDeleted() {
    OperationState deletion = Samples.running(OperationType.vault_delete, null, null);
    Decision decision = decide(Samples.vault(VaultStatus.deleting), deletion);
    assertThat(decision).isEqualTo(Decision.nothing());
  }

  @Test
  void refusesAFrozenOrLockedVault() {
    assertThat(Samples.code(decide(Samples.vault(VaultStatus.frozen))))
        .isEqualTo("BackupService.6111");
    assertThat(Samples.code(decide(Samples.vault(VaultStatus.available, true, 0))))
        .isEqualTo("BackupService.6111");
  }

  @Test
  void deletesAgainWhatCouldNotBeDeleted() {
    assertThat(Samples.code(decide(Samples.vault(VaultStatus.error)))).isNull();
  }

  @Test
  void refusesABoughtVaultUnlessItIsHalfGone() {
    assertThat(Samples.code(decide(Samples.bought(Samples.vault(VaultStatus.available)))))
        .isEqualTo("BackupService.6111");
    assertThat(Samples.code(decide(Samples.bought(Samples.vault(VaultStatus.error))))).isNull();
  }

  @Test
  void isOkForAFullVault() {
    VaultState full = Samples.vault(VaultStatus.available, false, 100 * Samples.GB);
    assertThat(Samples.code(decide(full))).isNull();
  }

  @Test
  void knowsOnlyVaultsThatAreThere() {
    assertThat(Samples.code(HANDLER.absent(new VaultCommand.DeleteVault(Samples.VAULT))))
        .isEqualTo("BackupService.6105");
  }

  private static Decision decide(VaultState vault, OperationState... running) {
    return HANDLER.decide(
        new DeleteVaultHandler.State(vault, List.of(running)),
        new VaultCommand.DeleteVault(Samples.VAULT),
        Samples.envelope(COMMAND));
  }
}
