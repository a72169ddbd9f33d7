package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.AddVaultResourceRequest;
import com.huaweicloud.sdk.cbr.v1.model.BillingCreate;
import com.huaweicloud.sdk.cbr.v1.model.RemoveVaultResourceRequest;
import com.huaweicloud.sdk.cbr.v1.model.ResourceCreate;
import com.huaweicloud.sdk.cbr.v1.model.ResourceExtraInfo;
import com.huaweicloud.sdk.cbr.v1.model.ResourceResp;
import com.huaweicloud.sdk.cbr.v1.model.ShowVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.Vault;
import com.huaweicloud.sdk.cbr.v1.model.VaultAddResourceReq;
import com.huaweicloud.sdk.cbr.v1.model.VaultCreate;
import com.huaweicloud.sdk.cbr.v1.model.VaultRemoveResourceReq;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.Covers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class ResourcesIT {

  private Sdk sdk;
  private CbrClient client;
  private LocalServer server;

  @BeforeEach
  void makeServer(Sdk sdk) throws Exception {
    this.sdk = sdk;
    client = sdk.client();
    server =
        LocalServer.create(
            sdk.stack(), sdk.project(), "associated", List.of(new byte[5000], new byte[100]));
  }

  @Test
  @Covers({"AddVaultResource", "RemoveVaultResource", "ShowVault"})
  void associatesAServerLeavesOutADiskAndDissociatesIt() {
    String vault = make(Requests.vault("associations"));
    String second = disk(1);

    assertThat(add(vault, server(second))).containsExactly(server.id());
    ResourceResp resource = onlyResource(vault);
    assertThat(resource.getId()).isEqualTo(server.id());
    assertThat(resource.getType()).isEqualTo(Requests.SERVER);
    assertThat(resource.getName()).isEqualTo("associated");
    assertThat(resource.getSize()).isEqualTo(1);
    assertThat(resource.getProtectStatus()).isEqualTo(ResourceResp.ProtectStatusEnum.AVAILABLE);
    assertThat(resource.getBackupSize()).isZero();
    assertThat(resource.getBackupCount()).isZero();
    assertThat(resource.getExtraInfo().getExcludeVolumes()).containsExactly(second);
    assertThat(show(vault).getBilling().getAllocated()).isEqualTo(1024);

    assertThat(add(vault, server())).containsExactly(server.id());
    assertThat(onlyResource(vault).getExtraInfo().getExcludeVolumes()).isNullOrEmpty();
    assertThat(onlyResource(vault).getSize()).isEqualTo(2);

    assertThat(remove(vault, server.id())).containsExactly(server.id());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(show(vault).getResources()).isEmpty());
  }

  /** Other clients send these, and this one cannot. */
  @Test
  @Covers({"AddVaultResource", "ShowVault"})
  void echoesTheVolumesToInclude() {
    String vault = "/vaults/" + make(Requests.vault("inclusions"));
    ObjectNode body = Vaults.association(server.id());
    ((ObjectNode) body.at("/resources/0"))
        .putObject("extra_info")
        .putArray("include_volumes")
        .addObject()
        .put("id", disk(0))
        .put("os_version", "CentOS 7.6");

    sdk.project().post(vault + "/addresources", body).expect(200);
    assertThat(
            sdk.project()
                .get(vault)
                .expect(200)
                .at("/vault/resources/0/extra_info/include_volumes"))
        .isEqualTo(body.at("/resources/0/extra_info/include_volumes"));
  }

  @Test
  @Covers("CreateVault")
  void makesAVaultOfDisks() {
    Vault vault =
        show(
            make(
                Requests.vault("disks")
                    .withBilling(Requests.billing(BillingCreate.ObjectTypeEnum.DISK))
                    .withResources(Requests.resources(Requests.DISK, disk(0), disk(1)))));

    assertThat(vault.getProviderId()).isEqualTo("d1603440-187d-4516-af25-121250c7cc97");
    assertThat(vault.getBilling().getSpecCode().getValue()).isEqualTo("vault.backup.volume.normal");
    assertThat(vault.getResources())
        .extracting(ResourceResp::getType)
        .containsExactly(Requests.DISK, Requests.DISK);
    assertThat(vault.getResources())
        .extracting(ResourceResp::getId)
        .containsExactlyInAnyOrder(disk(0), disk(1));
  }

  private String disk(int index) {
    return sdk.disks(server).get(index);
  }

  private ResourceCreate server(String... excluded) {
    return Requests.resources(Requests.SERVER, server.id())
        .get(0)
        .withExtraInfo(new ResourceExtraInfo().withExcludeVolumes(List.of(excluded)));
  }

  private String make(VaultCreate vault) {
    return client.createVault(Requests.create(vault)).getVault().getId();
  }

  private Vault show(String vault) {
    return client.showVault(new ShowVaultRequest().withVaultId(vault)).getVault();
  }

  private ResourceResp onlyResource(String vault) {
    assertThat(show(vault).getResources()).hasSize(1);
    return show(vault).getResources().get(0);
  }

  private List<String> add(String vault, ResourceCreate resource) {
    return client
        .addVaultResource(
            new AddVaultResourceRequest()
                .withVaultId(vault)
                .withBody(new VaultAddResourceReq().withResources(List.of(resource))))
        .getAddResourceIds();
  }

  private List<String> remove(String vault, String resource) {
    return client
        .removeVaultResource(
            new RemoveVaultResourceRequest()
                .withVaultId(vault)
                .withBody(new VaultRemoveResourceReq().withResourceIds(List.of(resource))))
        .getRemoveResourceIds();
  }
}
