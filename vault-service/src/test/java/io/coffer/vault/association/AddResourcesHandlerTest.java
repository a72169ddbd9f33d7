package io.coffer.vault.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.resource.ResourceRules;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStatus;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AddResourcesHandlerTest {

  private static final AddResourcesHandler HANDLER = new AddResourcesHandler(null, null);
  private static final KnownResource SERVER = Samples.server("s1");

  @Test
  void takesAResourceThatIsInNoVault() {
    Decision decision = decide(Samples.vault(VaultStatus.available), List.of(), 0, SERVER);
    assertThat(((Decision.Accepted) decision).events())
        .containsExactly(new ResourcesAdded(Samples.VAULT, List.of(SERVER), Samples.TIME));
  }

  @ParameterizedTest
  @EnumSource(names = {"available", "protecting", "restoring"})
  void replacesTheExclusionsOfOneItHasAlsoWhileItIsBusy(ResourceStatus status) {
    KnownResource excluding = Samples.server("s1", "s1-a");
    Decision decision =
        decide(
            Samples.vault(VaultStatus.available),
            List.of(Samples.bound(SERVER, status)),
            1,
            excluding);
    assertThat(((Decision.Accepted) decision).events())
        .containsExactly(new ResourcesAdded(Samples.VAULT, List.of(excluding), Samples.TIME));
  }

  @Test
  void refusesOneThatIsOnItsWayOut() {
    Decision decision =
        decide(
            Samples.vault(VaultStatus.available),
            List.of(Samples.bound(SERVER, ResourceStatus.removing)),
            1,
            SERVER);
    assertThat(Samples.code(decision)).isEqualTo("BackupService.6134");
  }

  @Test
  void refusesOneOfAnotherVault() {
    ResourceState elsewhere = Samples.bound(SERVER, ResourceStatus.available, new UUID(9, 9));
    assertThat(
            Samples.code(
                decide(Samples.vault(VaultStatus.available), List.of(elsewhere), 0, SERVER)))
        .isEqualTo("BackupService.6103");
  }

  @Test
  void countsOnlyNewResourcesAgainstTheRoom() {
    VaultState vault = Samples.vault(VaultStatus.available);
    List<ResourceState> known = List.of(Samples.bound(SERVER, ResourceStatus.available));
    assertThat(Samples.code(decide(vault, known, ResourceRules.MOST, SERVER))).isNull();
    assertThat(Samples.code(decide(vault, List.of(), ResourceRules.MOST, SERVER)))
        .isEqualTo("BackupService.6100");
  }

  @ParameterizedTest
  @CsvSource({"available,", "lock,", "frozen, 6112", "deleting, 6112", "error, 6112"})
  void asksTheStateOfTheVault(VaultStatus status, String code) {
    assertThat(Samples.code(decide(Samples.vault(status), List.of(), 0, SERVER)))
        .isEqualTo(code == null ? null : "BackupService." + code);
  }

  @Test
  void isOkForAFullOrLockedVault() {
    VaultState full = Samples.vault(VaultStatus.available, true, 100 * Samples.GB);
    assertThat(Samples.code(decide(full, List.of(), 0, SERVER))).isNull();
  }

  @Test
  void knowsOnlyVaultsThatAreThere() {
    assertThat(Samples.code(HANDLER.absent(command(SERVER)))).isEqualTo("BackupService.6105");
  }

  private static Decision decide(
      VaultState vault, List<ResourceState> bound, long present, KnownResource... wanted) {
    return HANDLER.decide(
        new AddResourcesHandler.State(vault, bound, present),
        command(wanted),
        Samples.envelope(new UUID(1, 2)));
  }

  private static VaultCommand.AddResources command(KnownResource... wanted) {
    return new VaultCommand.AddResources(Samples.VAULT, List.of(wanted));
  }
}
