package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.CreatePolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.DeletePolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListPoliciesRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListPoliciesRequest.OperationTypeEnum;
import com.huaweicloud.sdk.cbr.v1.model.ListPoliciesResponse;
import com.huaweicloud.sdk.cbr.v1.model.Policy;
import com.huaweicloud.sdk.cbr.v1.model.PolicyCreate;
import com.huaweicloud.sdk.cbr.v1.model.PolicyCreateReq;
import com.huaweicloud.sdk.cbr.v1.model.PolicyTriggerPropertiesReq;
import com.huaweicloud.sdk.cbr.v1.model.PolicyTriggerReq;
import com.huaweicloud.sdk.cbr.v1.model.PolicyUpdate;
import com.huaweicloud.sdk.cbr.v1.model.PolicyUpdateReq;
import com.huaweicloud.sdk.cbr.v1.model.PolicyoODCreate;
import com.huaweicloud.sdk.cbr.v1.model.ShowPolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.UpdatePolicyRequest;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import io.coffer.systemtests.conformance.Covers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class PoliciesIT {

  static final String EVENING = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=14;BYMINUTE=00";
  private static final String FIFTH_DAY = "FREQ=DAILY;INTERVAL=5;BYHOUR=06;BYMINUTE=30";

  private Sdk sdk;
  private CbrClient client;

  @BeforeEach
  void connect(Sdk sdk) {
    this.sdk = sdk;
    client = sdk.client();
  }

  /** A backup policy that keeps all that is wanted here. */
  static PolicyCreate backups(String name, PolicyoODCreate definition, String... patterns) {
    return new PolicyCreate()
        .withName(name)
        .withOperationType(PolicyCreate.OperationTypeEnum.BACKUP)
        .withOperationDefinition(definition)
        .withTrigger(
            new PolicyTriggerReq()
                .withProperties(new PolicyTriggerPropertiesReq().withPattern(List.of(patterns))));
  }

  @Test
  @Covers({"CreatePolicy", "ShowPolicy"})
  void returnsAllThatWasGivenWhenThePolicyWasMade() {
    PolicyoODCreate definition =
        new PolicyoODCreate()
            .withDayBackups(0)
            .withMonthBackups(0)
            .withRetentionDurationDays(1)
            .withTimezone("UTC+08:00")
            .withWeekBackups(0)
            .withYearBackups(0);
    Policy made = create(backups("policy001", definition, EVENING, FIFTH_DAY).withEnabled(false));

    assertThat(UUID.fromString(made.getId())).isNotNull();
    assertThat(made.getName()).isEqualTo("policy001");
    assertThat(made.getEnabled()).isFalse();
    assertThat(made.getOperationType()).isEqualTo(Policy.OperationTypeEnum.BACKUP);
    assertThat(made.getOperationDefinition()).isEqualTo(definition);
    assertThat(made.getTrigger().getProperties().getPattern()).containsExactly(EVENING, FIFTH_DAY);
    assertThat(OffsetDateTime.parse(made.getTrigger().getProperties().getStartTime()))
        .isBetween(
            OffsetDateTime.now().minus(Duration.ofMinutes(1)),
            OffsetDateTime.now().plus(Duration.ofMinutes(1)));
    assertThat(made.getTrigger().getType().getValue()).isEqualTo("time");
    assertThat(made.getAssociatedVaults()).isEmpty();
    assertThat(show(made.getId())).isEqualTo(made);
  }

  @Test
  @Covers("CreatePolicy")
  void makesABackupPolicyWhereTheTypeIsLeftOut() {
    Policy made =
        create(
            backups("dh_test_policy", new PolicyoODCreate().withRetentionDurationDays(30), EVENING)
                .withOperationType(null));
    assertThat(made.getOperationType()).isEqualTo(Policy.OperationTypeEnum.BACKUP);
    assertThat(made.getEnabled()).isTrue();
    assertThat(sdk.last().parsed().at("/policy/operation_definition")).hasSize(1);
  }

  @Test
  @Covers("UpdatePolicy")
  void changesWhatIsNamedAndKeepsTheRest() {
    Policy made = create(backups("p", new PolicyoODCreate().withRetentionDurationDays(1), EVENING));
    Policy renamed = update(made.getId(), new PolicyUpdate().withName("renamed"));
    assertThat(renamed.getName()).isEqualTo("renamed");
    assertThat(renamed.getOperationDefinition()).isEqualTo(made.getOperationDefinition());
    assertThat(renamed.getTrigger()).isEqualTo(made.getTrigger());

    Policy changed =
        update(
            made.getId(),
            new PolicyUpdate()
                .withEnabled(false)
                .withOperationDefinition(new PolicyoODCreate().withMaxBackups(1))
                .withTrigger(
                    new PolicyTriggerReq()
                        .withProperties(
                            new PolicyTriggerPropertiesReq().withPattern(List.of(FIFTH_DAY)))));
    assertThat(changed.getName()).isEqualTo("renamed");
    assertThat(changed.getEnabled()).isFalse();
    assertThat(changed.getOperationDefinition()).isEqualTo(new PolicyoODCreate().withMaxBackups(1));
    assertThat(changed.getTrigger().getProperties().getPattern()).containsExactly(FIFTH_DAY);
    assertThat(changed.getTrigger().getProperties().getStartTime())
        .isEqualTo(made.getTrigger().getProperties().getStartTime());
    assertThat(show(made.getId())).isEqualTo(changed);
  }

  @Test
  @Covers("ListPolicies")
  void listsByTypeNewestFirst() {
    Policy first = create(backups("p1", new PolicyoODCreate().withMaxBackups(1), EVENING));
    Policy second = create(backups("p2", new PolicyoODCreate().withMaxBackups(2), EVENING));
    ListPoliciesResponse listed =
        client.listPolicies(new ListPoliciesRequest().withOperationType(OperationTypeEnum.BACKUP));
    assertThat(listed.getPolicies()).containsSubsequence(second, first);
    assertThat(listed.getCount()).isEqualTo(listed.getPolicies().size());
    assertThat(
            client
                .listPolicies(
                    new ListPoliciesRequest().withOperationType(OperationTypeEnum.REPLICATION))
                .getPolicies())
        .doesNotContain(first, second);
  }

  @Test
  @Covers("DeletePolicy")
  void deletesAPolicy() {
    String id = create(backups("p", new PolicyoODCreate().withMaxBackups(1), EVENING)).getId();
    assertThat(client.deletePolicy(new DeletePolicyRequest().withPolicyId(id)).getHttpStatusCode())
        .isEqualTo(204);
    assertThatExceptionOfType(ClientRequestException.class)
        .isThrownBy(() -> show(id))
        .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("BackupService.6000"));
  }

  @Test
  @Covers("CreatePolicy")
  void namesTheFieldThatIsAgainstTheRules() {
    assertThatExceptionOfType(ClientRequestException.class)
        .isThrownBy(
            () -> create(backups("p", new PolicyoODCreate().withMaxBackups(100_000), EVENING)))
        .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("BackupService.9900"))
        .satisfies(
            e ->
                assertThat(e.getErrorMsg()).startsWith("policy.operation_definition.max_backups "));
    assertThatExceptionOfType(ClientRequestException.class)
        .isThrownBy(() -> create(backups("p", new PolicyoODCreate(), "FREQ=HOURLY;BYMINUTE=00")))
        .satisfies(
            e -> assertThat(e.getErrorMsg()).startsWith("policy.trigger.properties.pattern[0] "));
  }

  private Policy create(PolicyCreate policy) {
    return client
        .createPolicy(new CreatePolicyRequest().withBody(new PolicyCreateReq().withPolicy(policy)))
        .getPolicy();
  }

  private Policy show(String id) {
    return client.showPolicy(new ShowPolicyRequest().withPolicyId(id)).getPolicy();
  }

  private Policy update(String id, PolicyUpdate change) {
    return client
        .updatePolicy(
            new UpdatePolicyRequest()
                .withPolicyId(id)
                .withBody(new PolicyUpdateReq().withPolicy(change)))
        .getPolicy();
  }
}
