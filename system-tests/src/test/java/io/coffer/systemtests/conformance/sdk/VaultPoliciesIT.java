package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.AssociateVaultPolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.CreatePolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.DeletePolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.DeleteVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.DisassociateVaultPolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListPoliciesRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.Policy;
import com.huaweicloud.sdk.cbr.v1.model.PolicyAssociateVault;
import com.huaweicloud.sdk.cbr.v1.model.PolicyCreate;
import com.huaweicloud.sdk.cbr.v1.model.PolicyCreateReq;
import com.huaweicloud.sdk.cbr.v1.model.PolicyoODCreate;
import com.huaweicloud.sdk.cbr.v1.model.ShowPolicyRequest;
import com.huaweicloud.sdk.cbr.v1.model.Vault;
import com.huaweicloud.sdk.cbr.v1.model.VaultAssociate;
import com.huaweicloud.sdk.cbr.v1.model.VaultDissociate;
import com.huaweicloud.sdk.cbr.v1.model.VaultPolicyResp;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import io.coffer.systemtests.conformance.Covers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class VaultPoliciesIT {

  private CbrClient client;

  @BeforeEach
  void connect(Sdk sdk) {
    client = sdk.client();
  }

  @Test
  @Covers({"AssociateVaultPolicy", "DisassociateVaultPolicy", "ListPolicies"})
  void tellsAtOnceWhatIsAppliedToAVault() {
    String vault = vault();
    String first = policy(PolicyCreate.OperationTypeEnum.BACKUP);
    String second = policy(PolicyCreate.OperationTypeEnum.BACKUP);
    String copies = policy(PolicyCreate.OperationTypeEnum.REPLICATION);

    VaultPolicyResp applied = apply(vault, new VaultAssociate().withPolicyId(first));
    assertThat(applied).isEqualTo(new VaultPolicyResp().withVaultId(vault).withPolicyId(first));
    assertThat(ofVault(vault)).containsExactly(first);
    apply(vault, new VaultAssociate().withPolicyId(first));
    apply(vault, new VaultAssociate().withPolicyId(second));
    assertThat(ofVault(vault)).containsExactly(second);

    VaultAssociate both =
        new VaultAssociate().withAddPolicyIds(List.of(first, copies)).withDestinationVaultId("far");
    assertThat(apply(vault, both).getPolicyId()).isEqualTo(first);
    assertThat(ofVault(vault)).containsExactlyInAnyOrder(first, copies);
    assertThat(show(copies).getAssociatedVaults())
        .containsExactly(
            new PolicyAssociateVault().withVaultId(vault).withDestinationVaultId("far"));
    assertThat(show(second).getAssociatedVaults()).isEmpty();

    assertThat(remove(vault, first))
        .isEqualTo(new VaultPolicyResp().withVaultId(vault).withPolicyId(first));
    assertThat(ofVault(vault)).containsExactly(copies);
    client.deletePolicy(new DeletePolicyRequest().withPolicyId(copies));
    assertThat(ofVault(vault)).isEmpty();
  }

  @Test
  @Covers({"AssociateVaultPolicy", "DisassociateVaultPolicy"})
  void saysWhatIsNotThere() {
    String vault = vault();
    String policy = policy(PolicyCreate.OperationTypeEnum.BACKUP);
    String nobody = UUID.randomUUID().toString();
    VaultAssociate known = new VaultAssociate().withPolicyId(policy);
    refused("BackupService.6105", () -> apply(nobody, known));
    refused("BackupService.6000", () -> apply(vault, new VaultAssociate().withPolicyId(nobody)));
    refused("BackupService.9900", () -> apply(vault, new VaultAssociate()));
    refused("BackupService.6105", () -> remove(nobody, policy));
    refused("BackupService.6000", () -> remove(vault, nobody));
    refused("BackupService.6002", () -> remove(vault, policy));
  }

  @Test
  @Covers({"CreateVault", "ListVault"})
  void appliesThePolicyThatAVaultIsMadeWithAndForgetsItWithTheVault() {
    String policy = policy(PolicyCreate.OperationTypeEnum.BACKUP);
    String vault =
        client
            .createVault(Requests.create(Requests.vault("p").withBackupPolicyId(policy)))
            .getVault()
            .getId();
    eventually(() -> assertThat(ofVault(vault)).containsExactly(policy));
    ListVaultRequest mine = new ListVaultRequest().withPolicyId(policy);
    eventually(
        () ->
            assertThat(client.listVault(mine).getVaults())
                .extracting(Vault::getId)
                .containsExactly(vault));

    client.deleteVault(new DeleteVaultRequest().withVaultId(vault));
    eventually(() -> assertThat(show(policy).getAssociatedVaults()).isEmpty());
    String copies = policy(PolicyCreate.OperationTypeEnum.REPLICATION);
    refused(
        "BackupService.6127",
        () -> client.createVault(Requests.create(Requests.vault("p").withBackupPolicyId(copies))));
  }

  private static void eventually(org.awaitility.core.ThrowingRunnable holds) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(holds);
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatExceptionOfType(ClientRequestException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(code));
  }

  private String vault() {
    return client.createVault(Requests.create(Requests.vault("with policies"))).getVault().getId();
  }

  private String policy(PolicyCreate.OperationTypeEnum type) {
    PolicyCreate wanted =
        PoliciesIT.backups("p", new PolicyoODCreate().withMaxBackups(3), PoliciesIT.EVENING)
            .withOperationType(type);
    return client
        .createPolicy(new CreatePolicyRequest().withBody(new PolicyCreateReq().withPolicy(wanted)))
        .getPolicy()
        .getId();
  }

  private Policy show(String id) {
    return client.showPolicy(new ShowPolicyRequest().withPolicyId(id)).getPolicy();
  }

  private List<String> ofVault(String vault) {
    return client.listPolicies(new ListPoliciesRequest().withVaultId(vault)).getPolicies().stream()
        .map(Policy::getId)
        .toList();
  }

  private VaultPolicyResp apply(String vault, VaultAssociate body) {
    return client
        .associateVaultPolicy(new AssociateVaultPolicyRequest().withVaultId(vault).withBody(body))
        .getAssociatePolicy();
  }

  private VaultPolicyResp remove(String vault, String policy) {
    return client
        .disassociateVaultPolicy(
            new DisassociateVaultPolicyRequest()
                .withVaultId(vault)
                .withBody(new VaultDissociate().withPolicyId(policy)))
        .getDissociatePolicy();
  }
}
