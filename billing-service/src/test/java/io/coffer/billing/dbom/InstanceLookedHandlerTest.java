package io.coffer.billing.dbom;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.dbom.machine.Finding;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.SubscriptionCommand.EndSubscription;
import io.coffer.contracts.dbom.InstanceEvent.InstanceDeleted;
import io.coffer.contracts.dbom.InstanceEvent.InstanceStatusChanged;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class InstanceLookedHandlerTest {

  private static final Finding DONE = new Finding(Finding.Kind.DONE, null);
  private static final Finding WORKING = new Finding(Finding.Kind.WORKING, null);
  private static final Finding FAILED = new Finding(Finding.Kind.FAILED, "No room.");

  private final InstanceLookedHandler handler = new InstanceLookedHandler(null);

  @ParameterizedTest
  @CsvSource({
    "STARTING, RUNNING",
    "REBOOTING, RUNNING",
    "STOPPING, STOPPED",
  })
  void endsWhatIsDone(InstanceStatus status, InstanceStatus next) {
    Instant now = Instances.SINCE.plusSeconds(5);
    assertThat(decide(status, DONE, now)).isEqualTo(changed(next, null, now));
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATING", "STARTING", "REBOOTING"})
  void stopsWhatWasClosedBeforeItRan(InstanceStatus status) {
    Instant now = Instances.SINCE.plusSeconds(5);
    InstanceState open = Instances.in(status);
    InstanceState closed =
        new InstanceState(
            open.id(),
            open.settings(),
            open.order(),
            status,
            open.since(),
            List.of(new FrozenScene("ARREAR", true, Instances.SINCE)));
    InstanceLooked looked = new InstanceLooked(open.id(), status, open.since(), DONE);
    Decision.Accepted decision = (Decision.Accepted) handler.decide(closed, looked, envelope(now));
    assertThat(decision.events())
        .startsWith(
            new InstanceStatusChanged(open.id(), "RUNNING", null, now),
            new InstanceStatusChanged(open.id(), "STOPPING", null, now));
    assertThat(decision.commands()).hasSize(status == InstanceStatus.CREATING ? 1 : 0);
  }

  @Test
  void tellsTheOrderThatTheInstanceRuns() {
    Instant now = Instances.SINCE.plusSeconds(5);
    InstanceStatusChanged runs =
        new InstanceStatusChanged(Instances.ID, InstanceStatus.RUNNING.name(), null, now);
    assertThat(decide(InstanceStatus.CREATING, DONE, now))
        .isEqualTo(LineEnd.fulfilled(List.of(runs), Instances.ORDER, Instances.ID));
  }

  @Test
  void forgetsWhatIsDeleted() {
    Instant now = Instances.SINCE.plusSeconds(5);
    assertThat(decide(InstanceStatus.DELETING, DONE, now))
        .isEqualTo(
            Decision.accept(new InstanceDeleted(Instances.ID, now))
                .andTo("domain", new EndSubscription(Instances.ID)));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"RUNNING", "STOPPED", "ERROR"})
  void saysWhyItFailed(InstanceStatus status) {
    Instant now = Instances.SINCE.plusSeconds(5);
    assertThat(decide(status, FAILED, now)).isEqualTo(failed(status, "No room.", now));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"RUNNING", "STOPPED", "ERROR"})
  void waitsAsLongAsTheTableSaysAndNoLonger(InstanceStatus status) {
    Duration patience = status.patience().orElseThrow();
    Instant last = Instances.SINCE.plus(patience);
    assertThat(decide(status, WORKING, last)).isEqualTo(Decision.nothing());
    Instant late = last.plusMillis(1);
    String reason =
        "It was " + status.word() + " for more than " + patience.toMinutes() + " minutes.";
    assertThat(decide(status, WORKING, late)).isEqualTo(failed(status, reason, late));
  }

  @Test
  void doesNothingAboutWhatWasSeenBeforeItMovedOn() {
    InstanceState instance = Instances.in(InstanceStatus.REBOOTING);
    InstanceLooked early =
        new InstanceLooked(
            Instances.ID, InstanceStatus.REBOOTING, Instances.SINCE.minusSeconds(9), DONE);
    InstanceLooked other =
        new InstanceLooked(Instances.ID, InstanceStatus.CREATING, Instances.SINCE, DONE);
    Envelope envelope = envelope(Instances.SINCE.plusSeconds(5));
    assertThat(handler.decide(instance, early, envelope)).isEqualTo(Decision.nothing());
    assertThat(handler.decide(instance, other, envelope)).isEqualTo(Decision.nothing());
    assertThat(handler.absent(early)).isEqualTo(Decision.nothing());
  }

  private Decision decide(InstanceStatus status, Finding finding, Instant now) {
    return handler.decide(
        Instances.in(status),
        new InstanceLooked(Instances.ID, status, Instances.SINCE, finding),
        envelope(now));
  }

  private static Envelope envelope(Instant now) {
    return Envelope.stamped(new UUID(0, 7), "looked", "test", now, "p", null, null);
  }

  /** Of one that never ran, what was paid goes back. */
  private static Decision failed(InstanceStatus status, String reason, Instant at) {
    InstanceStatusChanged failed =
        new InstanceStatusChanged(Instances.ID, InstanceStatus.ERROR.name(), reason, at);
    return status == InstanceStatus.CREATING
        ? LineEnd.refused(
            List.of(failed),
            Instances.ORDER,
            Instances.ID,
            CbrError.INSTANCE_STATUS_INVALID,
            reason)
        : Decision.accept(failed);
  }

  private static Decision changed(InstanceStatus next, String reason, Instant at) {
    return Decision.accept(new InstanceStatusChanged(Instances.ID, next.name(), reason, at));
  }
}
