package io.coffer.vault.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultCommand.ThawVault;
import io.coffer.contracts.vault.VaultEvent.VaultFrozen;
import io.coffer.contracts.vault.VaultEvent.VaultThawed;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreezeVaultTest {

  private static final FreezeVaultHandler FREEZE = new FreezeVaultHandler(null);
  private static final ThawVaultHandler THAW = new ThawVaultHandler(null);

  @ParameterizedTest
  @CsvSource({"available,", "lock,", "frozen,", "deleting, 6112", "error, 6112"})
  void freezesWhatIsThere(VaultStatus status, String code) {
    Decision decision = freeze(Samples.vault(status), "POLICE", false);
    assertThat(Samples.code(decision)).isEqualTo(code == null ? null : "BackupService." + code);
    if (code == null) {
      assertThat(((Decision.Accepted) decision).events())
          .containsExactly(new VaultFrozen(Samples.VAULT, "POLICE", false, Samples.TIME));
    }
  }

  @Test
  void tellsAReasonOnceUnlessItWeighsOtherwise() {
    VaultState frozen = frozen(new FrozenScene("ARREAR", true, Samples.TIME));
    assertThat(((Decision.Accepted) freeze(frozen, "ARREAR", true)).events()).isEmpty();
    assertThat(((Decision.Accepted) freeze(frozen, "ARREAR", false)).events()).hasSize(1);
  }

  @Test
  void wantsAReason() {
    assertThat(Samples.code(freeze(Samples.vault(VaultStatus.available), " ", true)))
        .isEqualTo("BackupService.9900");
  }

  @Test
  void opensWithTheLastReason() {
    FrozenScene arrear = new FrozenScene("ARREAR", true, Samples.TIME);
    assertThat(thaw(frozen(arrear, new FrozenScene("POLICE", false, Samples.TIME)), "ARREAR"))
        .isEqualTo(Decision.accept(new VaultThawed(Samples.VAULT, "ARREAR", false, Samples.TIME)));
    assertThat(thaw(frozen(arrear), "ARREAR"))
        .isEqualTo(Decision.accept(new VaultThawed(Samples.VAULT, "ARREAR", true, Samples.TIME)));
  }

  @Test
  void thawsForTheReasonOnlyForWhichItWasFrozen() {
    assertThat(Samples.code(thaw(frozen(new FrozenScene("POLICE", false, Samples.TIME)), "ARREAR")))
        .isEqualTo("BackupService.6112");
    assertThat(Samples.code(thaw(Samples.vault(VaultStatus.available), "ARREAR")))
        .isEqualTo("BackupService.6112");
  }

  @Test
  void opensNothingThatIsBeingDeletedOrIsHalfGone() {
    for (VaultStatus status : List.of(VaultStatus.deleting, VaultStatus.error)) {
      VaultState gone =
          new VaultState(
              Samples.VAULT,
              status,
              Samples.settings("v"),
              0,
              1,
              List.of(new FrozenScene("ARREAR", true, Samples.TIME)),
              false);
      assertThat(Samples.code(thaw(gone, "ARREAR"))).isEqualTo("BackupService.6112");
    }
  }

  @Test
  void knowsOnlyVaultsThatAreThere() {
    UUID other = new UUID(1, 2);
    assertThat(Samples.code(FREEZE.absent(new FreezeVault(other, "POLICE", false))))
        .isEqualTo("BackupService.6105");
    assertThat(Samples.code(THAW.absent(new ThawVault(other, "POLICE"))))
        .isEqualTo("BackupService.6105");
  }

  private static VaultState frozen(FrozenScene... scenes) {
    VaultState open = Samples.vault(VaultStatus.frozen);
    return new VaultState(open.id(), open.status(), open.settings(), 0, 1, List.of(scenes), false);
  }

  private static Decision freeze(VaultState vault, String scene, boolean releasable) {
    return FREEZE.decide(
        vault, new FreezeVault(Samples.VAULT, scene, releasable), Samples.envelope(new UUID(1, 1)));
  }

  private static Decision thaw(VaultState vault, String scene) {
    return THAW.decide(
        vault, new ThawVault(Samples.VAULT, scene), Samples.envelope(new UUID(1, 1)));
  }
}
