package io.coffer.scheduler.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.policy.PolicyCommand.UpdatePolicy;
import io.coffer.contracts.policy.PolicyEvent.PolicyUpdated;
import io.coffer.contracts.policy.PolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;
import io.coffer.messaging.decision.Decision;
import io.coffer.scheduler.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdatePolicyHandlerTest {

  @Test
  void replacesWhatIsNamedAndKeepsTheRest() {
    PolicySettings now = Samples.backup("{\"retention_duration_days\":1}");
    UpdatePolicy change =
        new UpdatePolicy(
            Samples.POLICY, "renamed", null, null, new PolicyTrigger(null, 30, null), null);
    PolicySettings wanted =
        new PolicySettings(
            "renamed",
            true,
            "backup",
            now.operationDefinition(),
            new PolicyTrigger(List.of(Samples.NIGHTLY), 30, null),
            null);
    assertThat(decide(now, false, change))
        .isEqualTo(Decision.accept(new PolicyUpdated(Samples.POLICY, wanted, Samples.TIME)));
  }

  @Test
  void goesBackToUtcWithAnEmptyZone() {
    PolicyTrigger berlin = new PolicyTrigger(List.of(Samples.NIGHTLY), 30, "Europe/Berlin");
    assertThat(SettingsChange.trigger(berlin, new PolicyTrigger(null, null, "")))
        .isEqualTo(new PolicyTrigger(List.of(Samples.NIGHTLY), 30, null));
    assertThat(SettingsChange.trigger(berlin, new PolicyTrigger(null, null, null)))
        .isEqualTo(berlin);
  }

  @Test
  void recordsNothingWhereNothingChanges() {
    PolicySettings now = Samples.backup("{\"max_backups\":1}");
    assertThat(decide(now, true, definition("{\"max_backups\":1}"))).isEqualTo(Decision.nothing());
  }

  @Test
  void refusesSettingsThatCannotBeUnderstood() {
    assertThat(Samples.code(decide(Samples.backup("{}"), false, definition("{\"max_backups\":0}"))))
        .isEqualTo("BackupService.9900");
  }

  @Test
  void refusesToSendCopiesElsewhereWhileItIsApplied() {
    UpdatePolicy elsewhere = definition("{\"destination_region\":\"r3\"}");
    assertThat(Samples.code(decide(Samples.replication(), true, elsewhere)))
        .isEqualTo("BackupService.6003");
    assertThat(decide(Samples.replication(), false, elsewhere))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(
            decide(
                Samples.replication(),
                true,
                definition("{\"destination_region\":\"r2\",\"max_backups\":1}")))
        .isInstanceOf(Decision.Accepted.class);
  }

  private static UpdatePolicy definition(String json) {
    JsonNode definition = Samples.json(json);
    return new UpdatePolicy(Samples.POLICY, null, null, definition, null, null);
  }

  private static Decision decide(PolicySettings now, boolean applied, UpdatePolicy change) {
    return new UpdatePolicyHandler(null, null, null)
        .decide(
            new UpdatePolicyHandler.State(
                new PolicyState(Samples.POLICY, now, Samples.TIME, Samples.TIME, null), applied),
            change,
            Samples.envelope());
  }
}
