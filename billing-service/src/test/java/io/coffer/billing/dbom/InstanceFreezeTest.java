package io.coffer.billing.dbom;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Event;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionEnded;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionFailed;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionSucceeded;
import io.coffer.contracts.billing.SubscriptionCommand.EndSubscription;
import io.coffer.contracts.dbom.InstanceCommand.DeleteInstance;
import io.coffer.contracts.dbom.InstanceCommand.StartInstance;
import io.coffer.contracts.dbom.InstanceEvent.InstanceFrozen;
import io.coffer.contracts.dbom.InstanceEvent.InstanceStatusChanged;
import io.coffer.contracts.dbom.InstanceEvent.InstanceThawed;
import io.coffer.contracts.dbom.InstanceFreezeCommand;
import io.coffer.contracts.dbom.InstanceFreezeCommand.FreezeInstance;
import io.coffer.contracts.dbom.InstanceFreezeCommand.ReleaseInstance;
import io.coffer.contracts.dbom.InstanceFreezeCommand.ThawInstance;
import io.coffer.contracts.dbom.InstanceOrderCommand.RenewInstance;
import io.coffer.contracts.dbom.InstanceOrderCommand.WithdrawInstance;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InstanceFreezeTest {

  private static final Instant AT = Instances.SINCE.plusSeconds(60);
  private static final Envelope ENVELOPE =
      Envelope.stamped(new UUID(5, 5), "test", "test", AT, "p0", null, null);
  private static final FrozenScene ARREAR = new FrozenScene("ARREAR", true, Instances.SINCE);
  private static final FrozenScene POLICE = new FrozenScene("POLICE", false, Instances.SINCE);

  @Test
  void stopsWhatRunsAndIsClosed() {
    FreezeInstance freeze = new FreezeInstance(Instances.ID, "ARREAR", true);
    assertThat(events(decide(Instances.in(InstanceStatus.RUNNING), freeze)))
        .containsExactly(
            new InstanceFrozen(Instances.ID, "ARREAR", true, AT),
            new InstanceStatusChanged(Instances.ID, "STOPPING", null, AT));
    assertThat(events(decide(Instances.in(InstanceStatus.STOPPED), freeze))).hasSize(1);
    assertThat(events(decide(closed(InstanceStatus.STOPPED, ARREAR), freeze))).isEmpty();
    assertThat(decide(Instances.in(InstanceStatus.DELETING), freeze))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void opensForTheReasonOnlyForWhichItWasClosed() {
    ThawInstance thaw = new ThawInstance(Instances.ID, "ARREAR");
    assertThat(events(decide(closed(InstanceStatus.STOPPED, ARREAR, POLICE), thaw)))
        .containsExactly(new InstanceThawed(Instances.ID, "ARREAR", AT));
    assertThat(decide(closed(InstanceStatus.STOPPED, POLICE), thaw))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void doesNothingWithWhatIsClosedButDeleteItWhereThatIsAllowed() {
    InstanceState arrears = closed(InstanceStatus.STOPPED, ARREAR);
    assertThat(InstanceDecisions.decide(arrears, new StartInstance(Instances.ID), AT))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.message()).endsWith("is frozen (ARREAR)."));
    DeleteInstance delete = new DeleteInstance(Instances.ID);
    assertThat(events(InstanceDecisions.decide(arrears, delete, AT))).hasSize(1);
    assertThat(InstanceDecisions.decide(closed(InstanceStatus.STOPPED, ARREAR, POLICE), delete, AT))
        .isInstanceOf(Decision.Refused.class);
    WithdrawInstance withdraw = new WithdrawInstance(Instances.ORDER, Instances.ID);
    WithdrawInstanceHandler handler = new WithdrawInstanceHandler(null);
    assertThat(events(handler.decide(arrears, withdraw, ENVELOPE)))
        .hasAtLeastOneElementOfType(ProvisionSucceeded.class);
    assertThat(events(handler.decide(closed(InstanceStatus.STOPPED, POLICE), withdraw, ENVELOPE)))
        .hasOnlyElementsOfType(ProvisionFailed.class);
  }

  @Test
  void givesUpOnlyWhatStayedClosedAndMayGo() {
    ReleaseInstance release = new ReleaseInstance(Instances.ID, "ARREAR", Instances.SINCE);
    assertThat(events(decide(closed(InstanceStatus.STOPPED, ARREAR), release)))
        .containsExactly(new InstanceStatusChanged(Instances.ID, "DELETING", null, AT));
    ReleaseInstance old =
        new ReleaseInstance(Instances.ID, "ARREAR", Instances.SINCE.minusSeconds(1));
    assertThat(decide(closed(InstanceStatus.STOPPED, ARREAR), old))
        .isInstanceOf(Decision.Refused.class);
    assertThat(decide(closed(InstanceStatus.STOPPED, ARREAR, POLICE), release))
        .isInstanceOf(Decision.Refused.class);
    assertThat(decide(closed(InstanceStatus.STOPPING, ARREAR), release))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void endsTheSubscriptionOfWhatIsGoneWhenItIsToBeGivenUp() {
    InstanceFreezeHandler handler = new InstanceFreezeHandler(null, null);
    ReleaseInstance release = new ReleaseInstance(Instances.ID, "ARREAR", Instances.SINCE);
    assertThat(handler.decide(new InstanceFreezeHandler.State(null, "d0"), release, ENVELOPE))
        .isEqualTo(
            Decision.accept(new ProvisionEnded(Instances.ID, "d0"))
                .andTo("d0", new EndSubscription(Instances.ID)));
    assertThat(handler.decide(new InstanceFreezeHandler.State(null, null), release, ENVELOPE))
        .isInstanceOf(Decision.Refused.class);
    FreezeInstance freeze = new FreezeInstance(Instances.ID, "ARREAR", true);
    assertThat(handler.decide(new InstanceFreezeHandler.State(null, "d0"), freeze, ENVELOPE))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void opensWhatIsPaidForAgainUnlessItIsGoing() {
    RenewInstance renew = new RenewInstance(Instances.ORDER, Instances.ID);
    RenewInstanceHandler handler = new RenewInstanceHandler(null);
    assertThat(
            events(handler.decide(closed(InstanceStatus.STOPPED, ARREAR, POLICE), renew, ENVELOPE)))
        .contains(new InstanceThawed(Instances.ID, "ARREAR", AT))
        .hasAtLeastOneElementOfType(ProvisionSucceeded.class);
    assertThat(events(handler.decide(Instances.in(InstanceStatus.RUNNING), renew, ENVELOPE)))
        .hasOnlyElementsOfType(ProvisionSucceeded.class);
    assertThat(events(handler.decide(Instances.in(InstanceStatus.DELETING), renew, ENVELOPE)))
        .hasOnlyElementsOfType(ProvisionFailed.class);
    Decision gone = handler.absent(renew);
    assertThat(events(gone))
        .contains(new ProvisionEnded(Instances.ID, Instances.ORDER.domainId()))
        .hasAtLeastOneElementOfType(ProvisionFailed.class);
    assertThat(((Decision.Accepted) gone).commands()).contains(new EndSubscription(Instances.ID));
  }

  private static Decision decide(InstanceState instance, InstanceFreezeCommand command) {
    return InstanceFreeze.decide(instance, command, AT);
  }

  private static InstanceState closed(InstanceStatus status, FrozenScene... scenes) {
    InstanceState open = Instances.in(status);
    return new InstanceState(
        open.id(), open.settings(), open.order(), status, open.since(), List.of(scenes));
  }

  private static List<Event> events(Decision decision) {
    return ((Decision.Accepted) decision).events();
  }
}
