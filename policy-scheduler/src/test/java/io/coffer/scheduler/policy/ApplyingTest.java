package io.coffer.scheduler.policy;

import static io.coffer.scheduler.Samples.POLICY;
import static io.coffer.scheduler.Samples.TIME;
import static io.coffer.scheduler.Samples.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.policy.PolicyCommand.ApplyPolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.policy.VaultFacts;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.Samples;
import io.coffer.scheduler.association.Association;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplyingTest {

  private static final UUID COPIES = UUID.fromString("00000000-0000-4000-8000-000000000009");
  private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000008");
  private static final List<PolicyState> KNOWN =
      List.of(
          new PolicyState(POLICY, Samples.backup("{}"), TIME, TIME, null),
          new PolicyState(OTHER, Samples.backup("{}"), TIME, TIME, null),
          new PolicyState(COPIES, Samples.replication(), TIME, TIME, null));

  @Test
  void putsAnotherPolicyOfTheTypeInItsPlace() {
    Association before = new Association(VAULT, OTHER, "backup", null);
    assertThat(apply(null, List.of(before), POLICY))
        .isEqualTo(Decision.accept(new PolicyApplied(POLICY, VAULT, "backup", null, TIME)));
  }

  @Test
  void recordsNothingWhenTheSameIsAppliedAgain() {
    assertThat(apply("d", List.of(new Association(VAULT, POLICY, "backup", null)), POLICY))
        .isEqualTo(Decision.nothing());
    assertThat(apply("d", List.of(new Association(VAULT, COPIES, "replication", "d")), COPIES))
        .isEqualTo(Decision.nothing());
  }

  @Test
  void sendsCopiesToAnotherVaultFromNowOn() {
    assertThat(apply("e", List.of(new Association(VAULT, COPIES, "replication", "d")), COPIES))
        .isEqualTo(Decision.accept(new PolicyApplied(COPIES, VAULT, "replication", "e", TIME)));
  }

  @Test
  void appliesOneOfEachTypeAtOnceAndOnlyTheCopiesGoSomewhere() {
    assertThat(apply("d", List.of(), POLICY, COPIES))
        .isEqualTo(
            Decision.accept(
                new PolicyApplied(POLICY, VAULT, "backup", null, TIME),
                new PolicyApplied(COPIES, VAULT, "replication", "d", TIME)));
  }

  @Test
  void refusesTwoOfOneType() {
    assertThat(Samples.code(apply(null, List.of(), POLICY, OTHER))).isEqualTo("BackupService.9900");
  }

  @Test
  void refusesAPolicyThatIsNotThere() {
    assertThat(Samples.code(apply(null, List.of(), VAULT))).isEqualTo("BackupService.6000");
  }

  @Test
  void refusesToCopyNowhere() {
    Decision decision = apply(null, List.of(), COPIES);
    assertThat(Samples.code(decision)).isEqualTo("BackupService.9900");
    assertThat(((Decision.Refused) decision).message()).startsWith("destination_vault_id ");
  }

  @ParameterizedTest
  @CsvSource({
    "deleting, backup, public, BackupService.6112",
    "frozen, backup, public, BackupService.6112",
    "error, backup, public, BackupService.6112",
    "available, replication, public, BackupService.6127",
    "available, backup, hybrid, BackupService.6136"
  })
  void refusesAVaultThatCannotTakeAPolicy(
      String status, String protectType, String cloudType, String code) {
    VaultFacts vault = Samples.vault(VAULT, status, protectType, cloudType);
    Decision decision =
        Applying.decide(
            new Applying.State(KNOWN, List.of(), false),
            new ApplyPolicy(vault, List.of(POLICY), null),
            TIME);
    assertThat(Samples.code(decision)).isEqualTo(code);
  }

  @Test
  void refusesAVaultThatEndedWhileTheRequestWasOnItsWay() {
    Decision decision =
        Applying.decide(
            new Applying.State(KNOWN, List.of(), true),
            new ApplyPolicy(Samples.vault(VAULT), List.of(POLICY), null),
            TIME);
    assertThat(Samples.code(decision)).isEqualTo("BackupService.6105");
  }

  @Test
  void takesALockedVault() {
    VaultFacts vault = Samples.vault(VAULT, "lock", "backup", "public");
    assertThat(
            Applying.decide(
                new Applying.State(KNOWN, List.of(), false),
                new ApplyPolicy(vault, List.of(POLICY), null),
                TIME))
        .isInstanceOf(Decision.Accepted.class);
  }

  private static Decision apply(String destination, List<Association> present, UUID... policies) {
    return Applying.decide(
        new Applying.State(KNOWN, present, false),
        new ApplyPolicy(Samples.vault(VAULT), List.of(policies), destination),
        TIME);
  }
}
