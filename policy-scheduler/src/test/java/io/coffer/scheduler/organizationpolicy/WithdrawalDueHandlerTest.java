package io.coffer.scheduler.organizationpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryStarted;
import io.coffer.contracts.policy.PolicyCommand.WithdrawPolicy;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithdrawalDueHandlerTest {

  private static final WithdrawalDue DUE = new WithdrawalDue(Samples.POLICY, "p", 3);

  private final WithdrawalDueHandler handler = new WithdrawalDueHandler(null);

  @Test
  void ordersAgainThatAProjectLetsAPolicyGo() {
    assertThat(handler.decide(3L, DUE, Samples.envelope()))
        .isEqualTo(
            Decision.accept(
                    new DeliveryStarted(Samples.POLICY, 4, List.of(), List.of("p"), Samples.TIME))
                .andTo("p", new WithdrawPolicy(Samples.POLICY, 4, "project")));
  }

  @Test
  void leavesWhatWasReportedOrOvertaken() {
    assertThat(handler.decide(4L, DUE, Samples.envelope())).isEqualTo(Decision.nothing());
    assertThat(handler.absent(DUE)).isEqualTo(Decision.nothing());
  }
}
