package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.CreateOrganizationPolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.DeleteOrganizationPolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.DeletePolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListOrganizationPoliciesRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListOrganizationPolicyDetailRequest;
import com.huaweicloud.sdk.cbr.v1.model.OrganizationPolicy;
import com.huaweicloud.sdk.cbr.v1.model.OrganizationPolicyCreate;
import com.huaweicloud.sdk.cbr.v1.model.OrganizationPolicyCreateReq;
import com.huaweicloud.sdk.cbr.v1.model.OrganizationPolicyStatus;
import com.huaweicloud.sdk.cbr.v1.model.OrganizationPolicyUpdate;
import com.huaweicloud.sdk.cbr.v1.model.OrganizationPolicyUpdateReq;
import com.huaweicloud.sdk.cbr.v1.model.Policy;
import com.huaweicloud.sdk.cbr.v1.model.PolicyTriggerPropertiesReq;
import com.huaweicloud.sdk.cbr.v1.model.PolicyTriggerReq;
import com.huaweicloud.sdk.cbr.v1.model.PolicyoODCreate;
import com.huaweicloud.sdk.cbr.v1.model.ShowOrganizationPolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowPolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.UpdateOrganizationPolicyRequest;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import io.coffer.systemtests.conformance.Covers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class OrganizationPoliciesIT {

  private final List<String> made = new ArrayList<>();
  private Sdk sdk;
  private CbrClient client;

  @BeforeEach
  void connect(Sdk sdk) {
    this.sdk = sdk;
    client = sdk.client();
  }

  /** Else every project of the account would keep them. */
  @AfterEach
  void delete() {
    made.forEach(
        id ->
            client.deleteOrganizationPolicy(
                new DeleteOrganizationPolicyRequest().withOrganizationPolicyId(id)));
  }

  @Test
  @Covers({"CreateOrganizationPolicy", "ShowOrganizationPolicy", "ListOrganizationPolicies"})
  void returnsAllThatWasGiven() {
    OrganizationPolicy policy = create("everywhere");
    assertThat(policy.getName()).isEqualTo("everywhere");
    assertThat(policy.getDescription()).isEqualTo("d");
    assertThat(policy.getPolicyName()).isEqualTo("delivered");
    assertThat(policy.getPolicyEnabled()).isFalse();
    assertThat(policy.getPolicyOperationDefinition()).isEqualTo(keep(30));
    assertThat(policy.getPolicyTrigger().getProperties().getPattern())
        .containsExactly(PoliciesIT.EVENING);
    assertThat(policy.getDomainId())
        .isEqualTo(sdk.stack().credentials().path("domain_id").asText());
    assertThat(sdk.last().parsed().at("/policy/effective_scope").asText()).isEqualTo("all");
    settled(policy.getId());
    assertThat(
            client
                .listOrganizationPolicies(
                    new ListOrganizationPoliciesRequest().withOperationType("backup").withLimit(1))
                .getPolicies())
        .extracting(OrganizationPolicy::getId)
        .containsExactly(policy.getId());
  }

  @Test
  @Covers({"ListOrganizationPolicyDetail", "UpdateOrganizationPolicy", "DeleteOrganizationPolicy"})
  void reachesEveryProjectOfTheAccountWhereNobodyElseMayChangeIt() {
    String id = create("everywhere").getId();
    settled(id);
    List<OrganizationPolicyStatus> details = details(id);
    assertThat(details)
        .extracting(OrganizationPolicyStatus::getStatus)
        .isNotEmpty()
        .containsOnly("available");
    String delivered =
        details.stream()
            .filter(one -> one.getProjectId().equals(sdk.project().id()))
            .findFirst()
            .orElseThrow()
            .getPolicyId();
    assertThat(show(delivered).getOperationDefinition()).isEqualTo(keep(30));
    refused(
        "BackupService.9900",
        () -> client.deletePolicy(new DeletePolicyRequest().withPolicyId(delivered)));

    client.updateOrganizationPolicy(
        new UpdateOrganizationPolicyRequest()
            .withOrganizationPolicyId(id)
            .withBody(
                new OrganizationPolicyUpdateReq()
                    .withPolicy(
                        new OrganizationPolicyUpdate().withPolicyOperationDefinition(keep(7)))));
    settled(id);
    assertThat(show(delivered).getOperationDefinition()).isEqualTo(keep(7));

    delete();
    made.clear();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> refused("BackupService.6000", () -> show(delivered)));
    refused("BackupService.6000", () -> shown(id));
  }

  @Test
  @Covers({"ShowOrganizationPolicy", "ListOrganizationPolicyDetail"})
  void isOfItsAccountAlone() {
    String id = create("mine").getId();
    CbrClient stranger =
        sdk.client(
            sdk.stack().credentials().path("other"),
            sdk.stack().credentials().at("/other/projects/0/id").asText());
    refused(
        "BackupService.6000",
        () ->
            stranger.showOrganizationPolicy(
                new ShowOrganizationPolicyRequest().withOrganizationPolicyId(id)));
    refused(
        "BackupService.6000",
        () ->
            stranger.listOrganizationPolicyDetail(
                new ListOrganizationPolicyDetailRequest().withOrganizationPolicyId(id)));
    assertThat(
            stranger
                .listOrganizationPolicies(
                    new ListOrganizationPoliciesRequest().withOperationType("backup"))
                .getPolicies())
        .isEmpty();
  }

  private OrganizationPolicy create(String name) {
    OrganizationPolicy policy =
        client
            .createOrganizationPolicy(
                new CreateOrganizationPolicyRequest()
                    .withBody(
                        new OrganizationPolicyCreateReq()
                            .withPolicy(
                                new OrganizationPolicyCreate()
                                    .withName(name)
                                    .withDescription("d")
                                    .withOperationType(
                                        OrganizationPolicyCreate.OperationTypeEnum.BACKUP)
                                    .withPolicyName("delivered")
                                    .withPolicyEnabled(false)
                                    .withPolicyOperationDefinition(keep(30))
                                    .withPolicyTrigger(
                                        new PolicyTriggerReq()
                                            .withProperties(
                                                new PolicyTriggerPropertiesReq()
                                                    .withPattern(List.of(PoliciesIT.EVENING)))))))
            .getPolicy();
    made.add(policy.getId());
    return policy;
  }

  private static PolicyoODCreate keep(int days) {
    return new PolicyoODCreate().withRetentionDurationDays(days);
  }

  private void settled(String id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(shown(id).getStatus()).isEqualTo("available"));
  }

  private OrganizationPolicy shown(String id) {
    return client
        .showOrganizationPolicy(new ShowOrganizationPolicyRequest().withOrganizationPolicyId(id))
        .getPolicy();
  }

  private List<OrganizationPolicyStatus> details(String id) {
    return client
        .listOrganizationPolicyDetail(
            new ListOrganizationPolicyDetailRequest().withOrganizationPolicyId(id))
        .getPolicies();
  }

  private Policy show(String id) {
    return client.showPolicy(new ShowPolicyRequest().withPolicyId(id)).getPolicy();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatExceptionOfType(ClientRequestException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(code));
  }
}
