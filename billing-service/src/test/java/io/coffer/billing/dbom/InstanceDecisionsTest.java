package io.coffer.billing.dbom;

import static io.coffer.billing.dbom.InstanceStatus.DELETING;
import static io.coffer.billing.dbom.InstanceStatus.ERROR;
import static io.coffer.billing.dbom.InstanceStatus.REBOOTING;
import static io.coffer.billing.dbom.InstanceStatus.RUNNING;
import static io.coffer.billing.dbom.InstanceStatus.STARTING;
import static io.coffer.billing.dbom.InstanceStatus.STOPPED;
import static io.coffer.billing.dbom.InstanceStatus.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.SubscriptionCommand.Unsubscribe;
import io.coffer.contracts.dbom.InstanceCommand;
import io.coffer.contracts.dbom.InstanceCommand.BindEip;
import io.coffer.contracts.dbom.InstanceCommand.ChangeSecurityGroup;
import io.coffer.contracts.dbom.InstanceCommand.DeleteInstance;
import io.coffer.contracts.dbom.InstanceCommand.RebootInstance;
import io.coffer.contracts.dbom.InstanceCommand.RenameInstance;
import io.coffer.contracts.dbom.InstanceCommand.ResetInstancePassword;
import io.coffer.contracts.dbom.InstanceCommand.StartInstance;
import io.coffer.contracts.dbom.InstanceCommand.StopInstance;
import io.coffer.contracts.dbom.InstanceCommand.UnbindEip;
import io.coffer.contracts.dbom.InstanceEvent.InstanceChanged;
import io.coffer.contracts.dbom.InstanceEvent.InstanceStatusChanged;
import io.coffer.contracts.dbom.InstanceEvent.PasswordReset;
import io.coffer.contracts.dbom.InstanceSettings;
import io.coffer.contracts.dbom.InstanceSettings.PublicIp;
import io.coffer.contracts.secret.SealedSecret;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InstanceDecisionsTest {

  private static final Instant NOW = Instances.SINCE.plusSeconds(60);
  private static final SealedSecret SEALED = new SealedSecret("c2VhbGVk");

  private static final Map<InstanceCommand, Map<InstanceStatus, InstanceStatus>> STEPS =
      Map.of(
          new StartInstance(Instances.ID), Map.of(STOPPED, STARTING),
          new StopInstance(Instances.ID), Map.of(RUNNING, STOPPING),
          new RebootInstance(Instances.ID), Map.of(RUNNING, REBOOTING),
          new DeleteInstance(Instances.ID),
              Map.of(RUNNING, DELETING, STOPPED, DELETING, ERROR, DELETING));

  private static final Map<InstanceCommand, Set<InstanceStatus>> CHANGES =
      Map.of(
          new RenameInstance(Instances.ID, "other"), Set.of(RUNNING, STOPPED),
          new ChangeSecurityGroup(Instances.ID, List.of("g")), Set.of(RUNNING, STOPPED),
          new BindEip(Instances.ID, "203.0.113.7", "eip-1"), Set.of(RUNNING, STOPPED),
          new ResetInstancePassword(Instances.ID, "admin", SEALED), Set.of(RUNNING));

  static Stream<Arguments> steps() {
    return everyState(STEPS);
  }

  static Stream<Arguments> changes() {
    return everyState(CHANGES);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void stepsWhereTheTableSaysSoAndNowhereElse(InstanceCommand command, InstanceStatus status) {
    Decision decision = decide(Instances.in(status), command);
    InstanceStatus next = STEPS.get(command).get(status);
    if (next != null) {
      Decision.Accepted stepped =
          Decision.accept(new InstanceStatusChanged(Instances.ID, next.name(), null, NOW));
      assertThat(decision)
          .isEqualTo(
              command instanceof DeleteInstance
                  ? stepped.andTo("domain", new Unsubscribe(List.of(Instances.ID)))
                  : stepped);
    } else if (status == DELETING && command instanceof DeleteInstance) {
      assertThat(decision).isEqualTo(Decision.nothing());
    } else {
      assertRefused(decision, "is " + status.word() + " and cannot be ");
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void changesWhereTheTableSaysSoAndNowhereElse(InstanceCommand command, InstanceStatus status) {
    Decision decision = decide(Instances.in(status), command);
    if (CHANGES.get(command).contains(status)) {
      assertThat(((Decision.Accepted) decision).events()).hasSize(1);
    } else {
      assertRefused(decision, "is " + status.word() + " and cannot be ");
    }
  }

  @Test
  void changesWhatIsAskedAndNothingElse() {
    InstanceState running = Instances.in(RUNNING);
    InstanceSettings before = running.settings();
    assertThat(changed(running, new RenameInstance(Instances.ID, "other")))
        .isEqualTo(before.called("other"));
    assertThat(changed(running, new ChangeSecurityGroup(Instances.ID, List.of("g"))))
        .isEqualTo(before.guardedBy(List.of("g")));
    assertThat(changed(running, new BindEip(Instances.ID, "203.0.113.7", "eip-1")).publicIp())
        .isEqualTo(Instances.ADDRESS);
    assertThat(changed(Instances.in(STOPPED, Instances.ADDRESS), new UnbindEip(Instances.ID)))
        .isEqualTo(before);
  }

  @Test
  void saysNothingOfWhatIsSoAlready() {
    InstanceState running = Instances.in(RUNNING, Instances.ADDRESS);
    InstanceSettings settings = running.settings();
    assertNothing(running, new RenameInstance(Instances.ID, settings.name()));
    assertNothing(running, new ChangeSecurityGroup(Instances.ID, settings.securityGroupIds()));
    assertNothing(running, new BindEip(Instances.ID, "203.0.113.7", "eip-1"));
  }

  @Test
  void bindsOneAddressAndUnbindsNoneWhereThereIsNone() {
    InstanceState bound = Instances.in(RUNNING, Instances.ADDRESS);
    assertRefused(
        decide(bound, new BindEip(Instances.ID, "203.0.113.8", "eip-2")),
        "has another elastic address already.");
    assertRefused(
        decide(Instances.in(RUNNING), new UnbindEip(Instances.ID)), "has no elastic address.");
    assertRefused(
        decide(Instances.in(REBOOTING, new PublicIp("a", "b")), new UnbindEip(Instances.ID)),
        "is rebooting and cannot be ");
  }

  @Test
  void tellsThatAPasswordIsAnotherAndNothingOfIt() {
    Decision decision =
        decide(Instances.in(RUNNING), new ResetInstancePassword(Instances.ID, "admin", SEALED));
    assertThat(decision).isEqualTo(Decision.accept(new PasswordReset(Instances.ID, "admin", NOW)));
  }

  @Test
  void knowsNothingOfAnInstanceThatIsNotThere() {
    Decision.Refused refusal =
        (Decision.Refused) InstanceDecisions.absent(new StartInstance(Instances.ID));
    assertThat(refusal.error()).isEqualTo(CbrError.INSTANCE_NOT_FOUND);
    assertThat(refusal.message()).contains(Instances.ID.toString());
  }

  private static <V> Stream<Arguments> everyState(Map<InstanceCommand, V> verbs) {
    return verbs.keySet().stream()
        .flatMap(
            command ->
                Stream.of(InstanceStatus.values())
                    .map(status -> Arguments.arguments(command, status)));
  }

  private static Decision decide(InstanceState instance, InstanceCommand command) {
    return InstanceDecisions.decide(instance, command, NOW);
  }

  private static InstanceSettings changed(InstanceState instance, InstanceCommand command) {
    Decision.Accepted accepted = (Decision.Accepted) decide(instance, command);
    assertThat(accepted.events()).hasSize(1);
    return ((InstanceChanged) accepted.events().get(0)).settings();
  }

  private static void assertNothing(InstanceState instance, InstanceCommand command) {
    assertThat(decide(instance, command)).isEqualTo(Decision.nothing());
  }

  private static void assertRefused(Decision decision, String why) {
    Decision.Refused refusal = (Decision.Refused) decision;
    assertThat(refusal.error()).isEqualTo(CbrError.INSTANCE_STATUS_INVALID);
    assertThat(refusal.message()).startsWith("Instance " + Instances.ID + " ").contains(why);
  }
}
