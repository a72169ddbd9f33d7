package io.coffer.scheduler.policy;

import static io.coffer.scheduler.Samples.POLICY;
import static io.coffer.scheduler.Samples.TIME;
import static io.coffer.scheduler.Samples.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.policy.PolicyEvent.PolicyRemoved;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.Samples;
import io.coffer.scheduler.association.Association;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VaultFollowingTest {

  private static final WhenVaultCreatedThenApplyPolicy CREATED =
      new WhenVaultCreatedThenApplyPolicy(null, null, null);
  private static final VaultCreated WITH_POLICY =
      new VaultCreated(VAULT, null, List.of(), "user", TIME, POLICY.toString());

  @Test
  void appliesThePolicyThatAVaultWasMadeWith() {
    assertThat(created(Samples.backup("{}")))
        .isEqualTo(Decision.accept(new PolicyApplied(POLICY, VAULT, "backup", null, TIME)));
  }

  @Test
  void appliesNothingThatMakesNoBackupsOrIsGone() {
    assertThat(created(Samples.replication())).isEqualTo(Decision.nothing());
    assertThat(CREATED.absent(WITH_POLICY)).isEqualTo(Decision.nothing());
  }

  @Test
  void leavesTheBackupPolicyThatSomebodyAppliedMeanwhile() {
    Association copies = new Association(VAULT, UUID.randomUUID(), "replication", "d");
    Association other = new Association(VAULT, UUID.randomUUID(), "backup", null);
    assertThat(created(Samples.backup("{}"), copies)).isNotEqualTo(Decision.nothing());
    assertThat(created(Samples.backup("{}"), copies, other)).isEqualTo(Decision.nothing());
  }

  @Test
  void appliesNothingToAVaultThatIsGone() {
    PolicyState policy = new PolicyState(POLICY, Samples.backup("{}"), TIME, TIME, null);
    assertThat(
            CREATED.decide(
                new WhenVaultCreatedThenApplyPolicy.State(policy, List.of(), true),
                WITH_POLICY,
                Samples.envelope()))
        .isEqualTo(Decision.nothing());
  }

  @Test
  void isNotConcernedByAVaultWithoutAPolicy() {
    VaultCreated plain = new VaultCreated(VAULT, null, List.of(), "user", TIME, null);
    assertThat(CREATED.concerns(plain)).isFalse();
    assertThat(CREATED.concerns(WITH_POLICY)).isTrue();
  }

  @Test
  void takesEveryPolicyOffAVaultThatIsGone() {
    UUID copies = UUID.randomUUID();
    Decision decision =
        new WhenVaultDeletedThenRemovePolicies(null)
            .decide(
                List.of(
                    new Association(VAULT, POLICY, "backup", null),
                    new Association(VAULT, copies, "replication", "d")),
                new VaultDeleted(VAULT, UUID.randomUUID(), TIME),
                Samples.envelope());
    assertThat(decision)
        .isEqualTo(
            Decision.accept(
                new PolicyRemoved(POLICY, VAULT, TIME), new PolicyRemoved(copies, VAULT, TIME)));
  }

  private static Decision created(PolicySettings settings, Association... present) {
    return CREATED.decide(
        new WhenVaultCreatedThenApplyPolicy.State(
            new PolicyState(POLICY, settings, TIME, TIME, null), List.of(present), false),
        WITH_POLICY,
        Samples.envelope());
  }
}
