package io.coffer.billing.dbom;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.OrderCommand.ConfirmLine;
import io.coffer.contracts.billing.OrderCommand.RejectLine;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionFailed;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionSucceeded;
import io.coffer.contracts.dbom.InstanceEvent.InstanceCreated;
import io.coffer.contracts.dbom.InstanceEvent.InstanceStatusChanged;
import io.coffer.contracts.dbom.InstanceOrderCommand.ProvideInstance;
import io.coffer.contracts.dbom.InstanceOrderCommand.WithdrawInstance;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Decision.Accepted;
import io.coffer.messaging.envelope.Envelope;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceOrdersTest {

  private static final Envelope ENVELOPE =
      Envelope.stamped(new UUID(0, 7), "order", "test", Instances.SINCE, "p", null, null);
  private static final ProvideInstance PROVIDE =
      new ProvideInstance(Instances.ORDER, Instances.ID, Instances.settings(null));
  private static final WithdrawInstance WITHDRAW =
      new WithdrawInstance(Instances.ORDER, Instances.ID);

  private final ProvideInstanceHandler provide = new ProvideInstanceHandler(null);
  private final WithdrawInstanceHandler withdraw = new WithdrawInstanceHandler(null);

  @Test
  void beginsToMakeWhatIsPaid() {
    assertThat(provided(ProvideInstanceHandler.MOST - 1))
        .isEqualTo(
            Decision.accept(
                new InstanceCreated(
                    Instances.ID, Instances.settings(null), Instances.ORDER, Instances.SINCE)));
  }

  @Test
  void givesBackWhatWasPaidForOneTooManyOrForOneThatCannotBeBegun() {
    assertRejected(provided(ProvideInstanceHandler.MOST), CbrError.INSTANCE_STATUS_INVALID);
    assertRejected(provide.abandon(PROVIDE, ENVELOPE), CbrError.UNKNOWN_ERROR);
  }

  @ParameterizedTest
  @EnumSource
  void takesAwayWhatIsNoLongerPaidUnlessSomethingIsBeingDoneWithIt(InstanceStatus status) {
    Accepted decision = (Accepted) withdraw.decide(Instances.in(status), WITHDRAW, ENVELOPE);
    switch (status) {
      case RUNNING, STOPPED, ERROR -> {
        assertThat(decision.events().get(0))
            .isEqualTo(new InstanceStatusChanged(Instances.ID, "DELETING", null, Instances.SINCE));
        assertConfirmed(decision);
      }
      case DELETING -> assertConfirmed(decision);
      default -> assertRejected(decision, CbrError.INSTANCE_STATUS_INVALID);
    }
  }

  @Test
  void takesOneThatIsGoneForTakenAway() {
    assertConfirmed((Accepted) withdraw.absent(WITHDRAW));
    assertRejected(withdraw.abandon(WITHDRAW, ENVELOPE), CbrError.UNKNOWN_ERROR);
  }

  private Decision provided(int present) {
    return provide.decide(new ProvideInstanceHandler.State(present), PROVIDE, ENVELOPE);
  }

  private static void assertConfirmed(Accepted decision) {
    assertThat(decision.events())
        .contains(new ProvisionSucceeded(Instances.ORDER.order(), 0, Instances.ID, "domain"));
    assertThat(decision.orders())
        .containsExactly(
            new Decision.Order(new ConfirmLine(Instances.ORDER.order(), 0), "domain", null));
  }

  private static void assertRejected(Decision decision, CbrError error) {
    Accepted accepted = (Accepted) decision;
    assertThat(accepted.events()).hasSize(1).hasOnlyElementsOfType(ProvisionFailed.class);
    assertThat(accepted.orders())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.project()).isEqualTo("domain");
              assertThat(((RejectLine) order.command()).code()).isEqualTo(error.code());
            });
  }
}
