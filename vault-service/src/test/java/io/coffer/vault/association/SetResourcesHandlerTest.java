package io.coffer.vault.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceChoices;
import io.coffer.contracts.vault.VaultCommand.SetResources;
import io.coffer.contracts.vault.VaultEvent.ResourcesSet;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStatus;
import io.coffer.vault.vault.VaultStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetResourcesHandlerTest {

  private static final SetResourcesHandler HANDLER = new SetResourcesHandler(null, null);
  private static final KnownResource SERVER = Samples.server("s1", "s1-b");
  private static final ResourceState FREE = Samples.bound(SERVER, ResourceStatus.available);
  private static final ResourceState SUSPENDED =
      Samples.bound(
          new KnownResource(SERVER.facts(), SERVER.choices().suspended(true)),
          ResourceStatus.available);

  @Test
  void suspendsAResourceAndTakesItInAgain() {
    assertThat(decide(VaultStatus.available, true, FREE, "s1"))
        .isEqualTo(accepted(true))
        .isEqualTo(decide(VaultStatus.lock, true, FREE, "s1"));
    assertThat(decide(VaultStatus.available, false, SUSPENDED, "s1")).isEqualTo(accepted(false));
  }

  @Test
  void doesNothingWhenAllIsSoAlready() {
    assertThat(decide(VaultStatus.available, true, SUSPENDED, "s1")).isEqualTo(Decision.nothing());
    assertThat(decide(VaultStatus.available, false, FREE, "s1")).isEqualTo(Decision.nothing());
  }

  @ParameterizedTest
  @CsvSource({"frozen, 6110", "deleting, 6112", "error, 6110"})
  void asksTheStateOfTheVault(VaultStatus status, String code) {
    assertThat(Samples.code(decide(status, true, FREE, "s1"))).isEqualTo("BackupService." + code);
  }

  @Test
  void refusesWhatIsNotInTheVaultOrIsNamedTwiceOrIsLeaving() {
    assertThat(Samples.code(decide(VaultStatus.available, true, FREE, "s1", "s9")))
        .isEqualTo("BackupService.6135");
    ResourceState elsewhere = Samples.bound(SERVER, ResourceStatus.available, new UUID(9, 9));
    assertThat(Samples.code(decide(VaultStatus.available, true, elsewhere, "s1")))
        .isEqualTo("BackupService.6135");
    assertThat(Samples.code(decide(VaultStatus.available, true, FREE, "s1", "s1")))
        .isEqualTo("BackupService.6104");
    ResourceState leaving = Samples.bound(SERVER, ResourceStatus.removing);
    assertThat(Samples.code(decide(VaultStatus.available, true, leaving, "s1")))
        .isEqualTo("BackupService.6134");
  }

  @Test
  void knowsOnlyVaultsThatAreThere() {
    assertThat(Samples.code(HANDLER.absent(new SetResources(Samples.VAULT, List.of("s1"), true))))
        .isEqualTo("BackupService.6105");
  }

  @Test
  void staysSuspendedWhenItsExclusionsAreReplaced() {
    ResourceChoices again = new ResourceChoices(List.of("s1-a")).over(SUSPENDED.choices());
    assertThat(again.suspended()).isTrue();
    assertThat(again.excludeVolumes()).containsExactly("s1-a");
    assertThat(again.over(FREE.choices()).suspended()).isFalse();
  }

  private static Decision accepted(boolean suspended) {
    return Decision.accept(new ResourcesSet(Samples.VAULT, List.of("s1"), suspended, Samples.TIME));
  }

  private static Decision decide(
      VaultStatus status, boolean suspended, ResourceState bound, String... ids) {
    return HANDLER.decide(
        new SetResourcesHandler.State(Samples.vault(status), List.of(bound)),
        new SetResources(Samples.VAULT, List.of(ids), suspended),
        Samples.envelope(new UUID(1, 2)));
  }
}
