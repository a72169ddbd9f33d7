package io.coffer.vault.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.testing.SampleVault;
import io.coffer.vault.Samples;
import io.coffer.vault.resource.ResourceRules;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreateVaultHandlerTest {

  private static final UUID COMMAND = UUID.fromString("00000000-0000-4000-8000-0000000000aa");
  private static final Envelope ENVELOPE = Samples.envelope(COMMAND);

  @Test
  void makesAVaultForTheCallerAtTheTimeOfTheCommand() {
    Decision decision = decide(Samples.createVault("v"));
    assertThat(((Decision.Accepted) decision).events())
        .containsExactly(
            new VaultCreated(
                DerivedId.vault(COMMAND),
                Samples.settings("v"),
                List.of(),
                "user",
                Samples.TIME,
                null));
  }

  @Test
  void associatesTheResourcesItIsGiven() {
    KnownResource server = Samples.server("s1");
    Decision decision = decide(Samples.createVault("v", server));
    assertThat(((Decision.Accepted) decision).events().get(1))
        .isEqualTo(new ResourcesAdded(DerivedId.vault(COMMAND), List.of(server), Samples.TIME));
  }

  @Test
  void refusesToSellByTheMonthAndNamesTheField() {
    VaultSettings prepaid = chosen("backup", "public", "pre_paid");
    Decision decision = decide(new VaultCommand.CreateVault(prepaid, List.of(), List.of(), null));
    assertThat(Samples.code(decision)).isEqualTo("BackupService.9900");
    assertThat(((Decision.Refused) decision).message()).contains("charging_mode");
  }

  @Test
  void tellsWhichPolicyItWasMadeWith() {
    VaultCommand.CreateVault command =
        new VaultCommand.CreateVault(Samples.settings("v"), List.of(), List.of(), "p1");
    VaultCreated created = (VaultCreated) ((Decision.Accepted) decide(command)).events().get(0);
    assertThat(created.backupPolicyId()).isEqualTo("p1");
  }

  @Test
  void refusesAPolicyForAVaultThatTakesCopies() {
    VaultSettings copies = chosen("replication", "public", "post_paid");
    VaultSettings hybrid = chosen("backup", "hybrid", "post_paid");
    for (VaultSettings settings : List.of(copies, hybrid)) {
      assertThat(
              Samples.code(
                  decide(new VaultCommand.CreateVault(settings, List.of(), List.of(), "p1"))))
          .isEqualTo("BackupService.6127");
    }
  }

  @Test
  void refusesAResourceOfAnotherKind() {
    assertThat(Samples.code(decide(Samples.createVault("v", Samples.disk("d1")))))
        .isEqualTo("BackupService.6102");
  }

  @Test
  void refusesAResourceNamedTwice() {
    assertThat(
            Samples.code(
                decide(Samples.createVault("v", Samples.server("s1"), Samples.server("s1")))))
        .isEqualTo("BackupService.6104");
  }

  @Test
  void refusesAResourceOfAnotherVault() {
    ResourceState elsewhere = Samples.bound(Samples.server("s1"), ResourceStatus.available);
    Decision decision =
        new CreateVaultHandler(null, null)
            .decide(
                new CreateVaultHandler.State(List.of(elsewhere)),
                Samples.createVault("v", Samples.server("s1")),
                ENVELOPE);
    assertThat(Samples.code(decision)).isEqualTo("BackupService.6103");
  }

  @Test
  void refusesMoreResourcesThanAVaultHolds() {
    KnownResource[] many =
        IntStream.rangeClosed(0, ResourceRules.MOST)
            .mapToObj(i -> Samples.server("s" + i))
            .toArray(KnownResource[]::new);
    assertThat(Samples.code(decide(Samples.createVault("v", many))))
        .isEqualTo("BackupService.6100");
  }

  private static VaultSettings chosen(String protectType, String cloudType, String chargingMode) {
    return SampleVault.settings(
        Map.of("protectType", protectType, "cloudType", cloudType, "chargingMode", chargingMode));
  }

  private static Decision decide(VaultCommand.CreateVault command) {
    return new CreateVaultHandler(null, null)
        .decide(new CreateVaultHandler.State(List.of()), command, ENVELOPE);
  }
}
