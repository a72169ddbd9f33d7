package io.coffer.vault.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UpdateVaultHandlerTest {

  private static final UpdateVaultHandler HANDLER = new UpdateVaultHandler(null, null);

  @Test
  void changesWhatIsSaidAndLeavesTheRest() {
    Decision decision = decide(Samples.vault(VaultStatus.available), named("new", null));
    VaultUpdated updated = (VaultUpdated) ((Decision.Accepted) decision).events().get(0);
    assertThat(updated.settings().name()).isEqualTo("new");
    assertThat(updated.settings().sizeGb()).isEqualTo(100);
    assertThat(updated.updatedAt()).isEqualTo(Samples.TIME);
  }

  @Test
  void doesNothingWhenNothingChanges() {
    Decision decision = decide(Samples.vault(VaultStatus.available), named("vault", 100));
    assertThat(((Decision.Accepted) decision).events()).isEmpty();
  }

  @Test
  void refusesShrinkBelowUsedCapacity() {
    VaultState full = Samples.vault(VaultStatus.available, false, 50 * Samples.GB + 1);
    assertThat(Samples.code(decide(full, named(null, 50)))).isEqualTo("BackupService.6101");
    assertThat(Samples.code(decide(full, named(null, 51)))).isNull();
  }

  @Test
  void leavesRoomInAVaultThatExpandsByItself() {
    VaultState vault =
        Samples.vault(
            Samples.VAULT,
            VaultStatus.available,
            Samples.paid("post_paid", true, false),
            50 * Samples.GB,
            1);
    Decision decision = decide(vault, named(null, 50));
    VaultUpdated updated = (VaultUpdated) ((Decision.Accepted) decision).events().get(0);
    assertThat(updated.settings().sizeGb()).isEqualTo(63);
  }

  @Test
  void leavesAFullVaultFullThatIsToExpandFromNowOn() {
    VaultState full = Samples.vault(VaultStatus.available, false, 100 * Samples.GB);
    VaultCommand.UpdateVault expand =
        new VaultCommand.UpdateVault(
            Samples.VAULT, null, null, null, null, null, true, null, null, null);
    VaultUpdated updated =
        (VaultUpdated) ((Decision.Accepted) decide(full, expand)).events().get(0);
    assertThat(updated.settings().sizeGb()).isEqualTo(100);
  }

  @Test
  void renamesAVaultThatIsFuller() {
    VaultState full = Samples.vault(VaultStatus.available, false, 200 * Samples.GB);
    assertThat(Samples.code(decide(full, named("new", null)))).isNull();
  }

  @Test
  void isOkWhileLocked() {
    VaultState locked = Samples.vault(VaultStatus.available, true, 0);
    assertThat(Samples.code(decide(locked, named("new", null)))).isNull();
  }

  @Test
  void asksTheStateOfTheVault() {
    assertThat(Samples.code(decide(Samples.vault(VaultStatus.frozen), named("new", null))))
        .isEqualTo("BackupService.6110");
  }

  @Test
  void leavesTheSizeOfABoughtVaultToItsOrder() {
    VaultState bought = Samples.bought(Samples.vault(VaultStatus.available));
    assertThat(Samples.code(decide(bought, named(null, 200)))).isEqualTo("BackupService.6110");
    assertThat(Samples.code(decide(bought, named("new", 100)))).isNull();
  }

  @Test
  void knowsOnlyVaultsThatAreThere() {
    assertThat(Samples.code(HANDLER.absent(named("new", null)))).isEqualTo("BackupService.6105");
  }

  private static VaultCommand.UpdateVault named(String name, Integer sizeGb) {
    return new VaultCommand.UpdateVault(
        Samples.VAULT, name, sizeGb, null, null, null, null, null, null, null);
  }

  private static Decision decide(VaultState vault, VaultCommand.UpdateVault command) {
    return HANDLER.decide(vault, command, Samples.envelope(new UUID(1, 1)));
  }
}
