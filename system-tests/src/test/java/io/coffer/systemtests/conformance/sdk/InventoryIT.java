package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.CheckAgentRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListProtectableRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListProtectableRequest.ProtectableTypeEnum;
import com.huaweicloud.sdk.cbr.v1.model.ProtectableAgentReq;
import com.huaweicloud.sdk.cbr.v1.model.ProtectableAgentStatus;
import com.huaweicloud.sdk.cbr.v1.model.ProtectableAgentStatusResource;
import com.huaweicloud.sdk.cbr.v1.model.ProtectablesResp;
import com.huaweicloud.sdk.cbr.v1.model.ResourceResp;
import com.huaweicloud.sdk.cbr.v1.model.ShowProtectableRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowReplicationCapabilitiesRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowStorageUsageRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowStorageUsageResponse;
import com.huaweicloud.sdk.cbr.v1.model.StorageUsage;
import com.huaweicloud.sdk.cbr.v1.model.VaultGet;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.LocalTurbo;
import io.coffer.systemtests.conformance.Covers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class InventoryIT {

  private final String name = "protectable " + UUID.randomUUID();
  private Sdk sdk;
  private CbrClient client;

  @BeforeEach
  void connect(Sdk sdk) {
    this.sdk = sdk;
    client = sdk.client();
  }

  @Test
  @Covers({"ListProtectable", "ShowProtectable"})
  void showsServersAndDisksThatCanBeProtected() throws Exception {
    LocalServer server =
        LocalServer.create(sdk.stack(), sdk.project(), name, List.of(new byte[500], new byte[500]));

    ProtectablesResp found = only(servers().withName(name));
    assertThat(found.getId()).isEqualTo(server.id());
    assertThat(found.getType()).isEqualTo(Requests.SERVER);
    assertThat(found.getSize()).isEqualTo(2);
    assertThat(found.getStatus().getValue()).isEqualToIgnoringCase("active");
    assertThat(found.getChildren())
        .extracting(child -> String.valueOf(((Map<?, ?>) child).get("id")))
        .containsExactlyElementsOf(sdk.disks(server));
    assertThat(found.getDetail()).isInstanceOf(Map.class);
    assertThat(found.getProtectable().getResult()).isTrue();
    assertThat(found.getProtectable().getCode()).isEmpty();
    assertThat(only(servers().withId(server.id()))).isEqualTo(found);
    assertThat(only(servers().withName(name).withStatus("ACTIVE").withLimit(50).withOffset(0)))
        .isEqualTo(found);
    assertThat(list(servers().withName(name).withOffset(1))).isEmpty();
    assertThat(list(servers().withName(name).withMarker(server.id()))).isEmpty();
    ProtectablesResp shown =
        client
            .showProtectable(
                new ShowProtectableRequest()
                    .withProtectableType(ShowProtectableRequest.ProtectableTypeEnum.SERVER)
                    .withInstanceId(server.id()))
            .getInstance();
    assertThat(shown).isEqualTo(found);

    List<ProtectablesResp> disks =
        list(
            new ListProtectableRequest()
                .withProtectableType(ProtectableTypeEnum.DISK)
                .withServerId(server.id()));
    assertThat(disks)
        .extracting(ProtectablesResp::getId)
        .containsExactlyInAnyOrderElementsOf(sdk.disks(server));
    assertThat(disks).extracting(ProtectablesResp::getType).containsOnly(Requests.DISK);
    assertThat(
            client
                .showProtectable(
                    new ShowProtectableRequest()
                        .withProtectableType(ShowProtectableRequest.ProtectableTypeEnum.DISK)
                        .withInstanceId(sdk.disks(server).get(1)))
                .getInstance()
                .getSize())
        .isEqualTo(1);
  }

  @Test
  @Covers({"ListProtectable", "ShowProtectable"})
  void tellsTheVaultThatAServerIsIn() throws Exception {
    LocalServer server =
        LocalServer.create(sdk.stack(), sdk.project(), name, List.of(new byte[500]));
    assertThat(only(servers().withName(name)).getProtectable().getVault()).isNull();
    String vault =
        client
            .createVault(Requests.create(Requests.vault("inventory", server.id())))
            .getVault()
            .getId();

    VaultGet told = only(servers().withName(name)).getProtectable().getVault();
    assertThat(told.getId()).isEqualTo(vault);
    assertThat(told.getName()).isEqualTo("inventory");
    assertThat(told.getResources()).extracting(ResourceResp::getId).containsExactly(server.id());
    ProtectablesResp shown =
        client
            .showProtectable(
                new ShowProtectableRequest()
                    .withProtectableType(ShowProtectableRequest.ProtectableTypeEnum.SERVER)
                    .withInstanceId(server.id()))
            .getInstance();
    assertThat(shown.getProtectable().getVault()).isEqualTo(told);
    assertThat(
            list(new ListProtectableRequest()
                    .withProtectableType(ProtectableTypeEnum.DISK)
                    .withServerId(server.id()))
                .get(0)
                .getProtectable()
                .getVault())
        .isNull();
  }

  @Test
  @Covers("ListProtectable")
  void showsDesktopsUnderBothWordsAndFileSystemsUnderTheirs() throws Exception {
    LocalServer desktop =
        LocalServer.desktop(sdk.stack(), sdk.project(), name, List.of(new byte[500]));
    for (ProtectableTypeEnum type :
        List.of(ProtectableTypeEnum.WORKSPACE, ProtectableTypeEnum.WORKSPACE_V2)) {
      ProtectablesResp found =
          only(new ListProtectableRequest().withProtectableType(type).withName(name));
      assertThat(found.getId()).isEqualTo(desktop.id());
      assertThat(found.getType()).isEqualTo("OS::Workspace::DesktopV2");
    }
    assertThat(list(servers().withName(name))).isEmpty();
    LocalTurbo turbo = LocalTurbo.create(sdk.stack(), sdk.project(), name);
    ProtectablesResp found =
        only(
            new ListProtectableRequest()
                .withProtectableType(ProtectableTypeEnum.TURBO)
                .withName(name));
    assertThat(found.getId()).isEqualTo(turbo.id());
    assertThat(found.getProtectable().getResult()).isTrue();
    assertThat(sdk.last().parsed().path("count").asInt()).isEqualTo(1);
  }

  @Test
  @Covers("CheckAgent")
  void tellsWhetherAnAgentWasSeenInTheLastMinutes() throws Exception {
    LocalServer server =
        LocalServer.create(sdk.stack(), sdk.project(), name, List.of(new byte[500]));
    ProtectableAgentStatus none = agent(server.id());
    assertThat(none.getInstalled()).isFalse();
    assertThat(none.getCode()).isEqualTo(2);
    server.agentSeen(Instant.now(), "1.0.0");
    ProtectableAgentStatus seen = agent(server.id());
    assertThat(seen.getInstalled()).isTrue();
    assertThat(seen.getCode()).isZero();
    assertThat(seen.getIsOld()).isFalse();
    assertThat(seen.getVersion()).isEqualTo("1.0.0");
    server.agentSeen(Instant.now().minusSeconds(300), "0.9");
    ProtectableAgentStatus silent = agent(server.id());
    assertThat(silent.getCode()).isEqualTo(1);
    assertThat(silent.getIsOld()).isTrue();
    assertThat(silent.getMessage()).contains(server.id());
  }

  @Test
  @Covers("ShowReplicationCapabilities")
  void tellsOfNoRegionsWhereNoneAreConfigured() {
    assertThat(
            client
                .showReplicationCapabilities(new ShowReplicationCapabilitiesRequest())
                .getRegions())
        .isEmpty();
  }

  @Test
  @Covers("ShowStorageUsage")
  void tellsWhatBackupsTakeUp() throws Exception {
    BackedUp world = BackedUp.make(sdk);
    ShowStorageUsageResponse usage =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    client.showStorageUsage(
                        new ShowStorageUsageRequest()
                            .withResourceId(world.server().id())
                            .withResourceType(
                                ShowStorageUsageRequest.ResourceTypeEnum.OS_NOVA_SERVER)
                            .withLimit(10)
                            .withOffset(0)),
                page -> page.getResourceCount() == 1);

    StorageUsage one = usage.getStorageUsage().get(0);
    assertThat(one.getResourceId()).isEqualTo(world.server().id());
    assertThat(one.getResourceName()).isEqualTo(BackedUp.SERVER);
    assertThat(one.getResourceType()).isEqualTo(Requests.SERVER);
    assertThat(one.getBackupCount()).isEqualTo(1);
    assertThat(one.getBackupSize()).isBetween(4, 6);
    assertThat(one.getBackupSizeMultiaz()).isZero();
    assertThat(
            client
                .showStorageUsage(
                    new ShowStorageUsageRequest()
                        .withResourceId(world.server().id())
                        .withResourceType(
                            ShowStorageUsageRequest.ResourceTypeEnum.OS_IRONIC_BAREMETALSERVER))
                .getStorageUsage())
        .isEmpty();
  }

  private ProtectableAgentStatus agent(String server) {
    return client
        .checkAgent(
            new CheckAgentRequest()
                .withBody(
                    new ProtectableAgentReq()
                        .withAgentStatus(
                            List.of(
                                new ProtectableAgentStatusResource()
                                    .withResourceId(server)
                                    .withResourceName("any")
                                    .withResourceType(Requests.SERVER)))))
        .getAgentStatus()
        .get(0);
  }

  private static ListProtectableRequest servers() {
    return new ListProtectableRequest().withProtectableType(ProtectableTypeEnum.SERVER);
  }

  private List<ProtectablesResp> list(ListProtectableRequest request) {
    return client.listProtectable(request).getInstances();
  }

  private ProtectablesResp only(ListProtectableRequest request) {
    assertThat(list(request)).hasSize(1);
    return list(request).get(0);
  }
}
