package io.coffer.scheduler.organizationpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryStarted;
import io.coffer.contracts.policy.OrganizationProject;
import io.coffer.contracts.policy.PolicyCommand.DeliverPolicy;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryDueHandlerTest {

  private static final OrganizationProject PROJECT =
      new OrganizationProject("p", "name", "d", "account");
  private static final DeliveryDue DUE = new DeliveryDue(Samples.POLICY, "p", 3);

  @Test
  void ordersAgainWhatWasRefusedAndWhatNobodyAnswered() {
    for (String status : List.of(Delivery.ERROR, Delivery.SYNCING)) {
      Decision.Accepted decision = decide(3, status);
      assertThat(decision.events())
          .containsExactly(
              new DeliveryStarted(
                  Samples.POLICY, 6, List.of(PROJECT), List.of(), Samples.envelope().time()));
      assertThat(decision.orders())
          .extracting(order -> ((DeliverPolicy) order.command()).revision())
          .containsExactly(6L);
    }
  }

  @Test
  void leavesWhatWasFulfilledOrOvertaken() {
    assertThat(decide(3, Delivery.AVAILABLE)).isEqualTo(Decision.nothing());
    assertThat(decide(5, Delivery.ERROR)).isEqualTo(Decision.nothing());
    assertThat(new DeliveryDueHandler(null, null).absent(DUE)).isEqualTo(Decision.nothing());
  }

  private static Decision.Accepted decide(long revision, String status) {
    OrganizationPolicyState policy =
        new OrganizationPolicyState(
            Samples.POLICY, Organization.settings(Samples.backup("{}")), 5, Samples.TIME);
    return (Decision.Accepted)
        new DeliveryDueHandler(null, null)
            .decide(
                new DeliveryDueHandler.State(policy, new Delivery(PROJECT, revision, status, null)),
                DUE,
                Samples.envelope());
  }
}
