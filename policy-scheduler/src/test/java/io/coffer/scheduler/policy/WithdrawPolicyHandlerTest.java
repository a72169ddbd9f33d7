package io.coffer.scheduler.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.OrganizationPolicyCommand.ReportDelivery;
import io.coffer.contracts.policy.PolicyCommand.WithdrawPolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyWithdrawn;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.Samples;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WithdrawPolicyHandlerTest {

  private static final UUID ID = DerivedId.delivered(Samples.POLICY, "project");
  private static final Decision.Accepted GONE =
      Decision.accept(new PolicyWithdrawn(ID, Samples.POLICY, 7, Samples.TIME));

  @Test
  void tellsTheAccountThatThePolicyIsGoneThoughItWasNeverThere() {
    assertThat(decide(6, "account"))
        .isEqualTo(GONE.andTo("account", new ReportDelivery(Samples.POLICY, "project", 7, null)));
    assertThat(decide(7, "account")).isEqualTo(Decision.nothing());
  }

  @Test
  void letsItGoThoughNobodySaysWhoWantsToKnow() {
    assertThat(decide(6, null)).isEqualTo(GONE);
  }

  private static Decision decide(long revision, String account) {
    return new WithdrawPolicyHandler(null, null)
        .decide(
            new WithdrawPolicyHandler.State(revision, false),
            new WithdrawPolicy(Samples.POLICY, 7, account),
            Samples.envelope());
  }
}
