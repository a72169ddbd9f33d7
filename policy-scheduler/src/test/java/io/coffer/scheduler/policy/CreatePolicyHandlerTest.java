package io.coffer.scheduler.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.PolicyCommand.CreatePolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyCreated;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreatePolicyHandlerTest {

  @Test
  void makesAPolicyAtTheTimeOfTheCommand() {
    PolicySettings settings = Samples.backup("{\"max_backups\":3}");
    assertThat(decide(settings, 0))
        .isEqualTo(
            Decision.accept(
                new PolicyCreated(DerivedId.policy(Samples.COMMAND), settings, Samples.TIME)));
  }

  @Test
  void refusesAPatternWithoutAnHourAndNamesIt() {
    Decision decision =
        decide(Samples.settings("backup", "{}", Samples.NIGHTLY, "FREQ=DAILY;INTERVAL=1"), 0);
    assertThat(Samples.code(decision)).isEqualTo("BackupService.9900");
    assertThat(((Decision.Refused) decision).message())
        .startsWith("policy.trigger.properties.pattern[1] ");
  }

  @Test
  void refusesTwoRetentionRulesAtOnce() {
    Decision decision =
        decide(Samples.backup("{\"max_backups\":3,\"retention_duration_days\":1}"), 0);
    assertThat(Samples.code(decision)).isEqualTo("BackupService.9900");
    assertThat(((Decision.Refused) decision).message())
        .startsWith("policy.operation_definition.retention_duration_days ");
  }

  @Test
  void refusesAZoneThatNobodyKnows() {
    PolicyTrigger nowhere = new PolicyTrigger(List.of(Samples.NIGHTLY), null, "Mars/Olympus");
    PolicySettings settings =
        new PolicySettings("n", true, "backup", Samples.json("{}"), nowhere, null);
    assertThat(((Decision.Refused) decide(settings, 0)).message())
        .startsWith("policy.trigger.properties.x_schedule_timezone ");
  }

  @Test
  void refusesOneMoreThanAProjectMayHave() {
    PolicySettings settings = Samples.backup("{}");
    assertThat(Samples.code(decide(settings, CreatePolicyHandler.MOST)))
        .isEqualTo("BackupService.6001");
    assertThat(decide(settings, CreatePolicyHandler.MOST - 1))
        .isInstanceOf(Decision.Accepted.class);
  }

  private static Decision decide(PolicySettings settings, long ofType) {
    return new CreatePolicyHandler(null, null)
        .decide(
            new CreatePolicyHandler.State(ofType), new CreatePolicy(settings), Samples.envelope());
  }
}
