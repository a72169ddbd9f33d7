package io.coffer.scheduler.policy;

import static io.coffer.scheduler.Samples.POLICY;
import static io.coffer.scheduler.Samples.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.policy.PolicyCommand.RemovePolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyRemoved;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.Samples;
import io.coffer.scheduler.association.Association;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovePolicyHandlerTest {

  private static final Association APPLIED = new Association(VAULT, POLICY, "backup", null);

  @Test
  void takesAPolicyOffItsVaultAlsoWhenTheVaultIsGone() {
    for (boolean vaultExists : new boolean[] {true, false}) {
      assertThat(decide(vaultExists, true, APPLIED))
          .isEqualTo(Decision.accept(new PolicyRemoved(POLICY, VAULT, Samples.TIME)));
    }
  }

  @Test
  void namesWhatIsMissingTheVaultFirst() {
    assertThat(Samples.code(decide(false, false))).isEqualTo("BackupService.6105");
    assertThat(Samples.code(decide(true, false))).isEqualTo("BackupService.6000");
    assertThat(Samples.code(decide(true, true))).isEqualTo("BackupService.6002");
  }

  private static Decision decide(
      boolean vaultExists, boolean policyExists, Association... present) {
    return new RemovePolicyHandler(null, null)
        .decide(
            new RemovePolicyHandler.State(List.of(present), policyExists),
            new RemovePolicy(VAULT, vaultExists, POLICY),
            Samples.envelope());
  }
}
