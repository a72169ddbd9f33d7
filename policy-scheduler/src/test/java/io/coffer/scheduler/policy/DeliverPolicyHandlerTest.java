package io.coffer.scheduler.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.OrganizationPolicyCommand.ReportDelivery;
import io.coffer.contracts.policy.PolicyCommand.DeliverPolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyDelivered;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.Samples;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliverPolicyHandlerTest {

  private static final DeliverPolicy COMMAND =
      new DeliverPolicy(Samples.POLICY, "account", 7, Samples.backup("{}"), Samples.TIME);

  private final DeliverPolicyHandler handler = new DeliverPolicyHandler(null, null, null);

  @Test
  void tellsTheAccountThatTheProjectIsFull() {
    Decision.Accepted full =
        decide(new DeliverPolicyHandler.State(6, Optional.empty(), false, 1000));
    assertThat(full.events()).hasSize(1);
    assertThat(((PolicyDelivered) full.events().get(0)).error()).startsWith("There are 1000 ");
    assertThat(full.orders())
        .containsExactly(
            new Decision.Order(
                new ReportDelivery(
                    Samples.POLICY, "project", 7, ((PolicyDelivered) full.events().get(0)).error()),
                "account",
                null));
  }

  @Test
  void takesTheNextRevisionAndNoOther() {
    assertThat(decide(new DeliverPolicyHandler.State(6, Optional.empty(), false, 999)).events())
        .hasSize(2);
    assertThat(decide(new DeliverPolicyHandler.State(7, Optional.empty(), false, 0)))
        .isEqualTo(Decision.nothing());
  }

  @Test
  void tellsTheAccountOfAnOrderThatCannotBeDecided() {
    Decision.Accepted abandoned = (Decision.Accepted) handler.abandon(COMMAND, Samples.envelope());
    assertThat(abandoned.events())
        .containsExactly(
            new PolicyDelivered(
                DerivedId.delivered(Samples.POLICY, "project"),
                Samples.POLICY,
                7,
                "Unknown error.",
                Samples.TIME));
    assertThat(abandoned.orders()).hasSize(1);
  }

  private Decision.Accepted decide(DeliverPolicyHandler.State state) {
    return (Decision.Accepted) handler.decide(state, COMMAND, Samples.envelope());
  }
}
