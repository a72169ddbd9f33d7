package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointCreate;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointCreateSkippedResource;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointParam;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointResourceResp;
import com.huaweicloud.sdk.cbr.v1.model.Resource;
import com.huaweicloud.sdk.cbr.v1.model.ResourceExtraInfo;
import com.huaweicloud.sdk.cbr.v1.model.ShowCheckpointRequest;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.Covers;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class CheckpointsIT {

  private Sdk sdk;
  private CbrClient client;
  private LocalServer first;
  private LocalServer second;
  private String vault;

  @BeforeEach
  void makeVault(Sdk sdk) throws Exception {
    this.sdk = sdk;
    client = sdk.client();
    first = server("first server");
    second = server("second server");
    vault =
        client
            .createVault(Requests.create(Requests.vault("points", first.id(), second.id())))
            .getVault()
            .getId();
  }

  @Test
  @Covers({"CreateCheckpoint", "ShowCheckpoint"})
  void backsUpAllOfAVault() {
    CheckpointCreate made =
        create(
            new CheckpointParam()
                .withName("Point_1-a")
                .withDescription("why")
                .withAutoTrigger(false)
                .withIncremental(false));

    assertThat(made.getProjectId()).isEqualTo(sdk.project().id());
    assertThat(made.getStatus()).isEqualTo(CheckpointCreate.StatusEnum.PROTECTING);
    assertThat(OffsetDateTime.parse(made.getCreatedAt())).isNotNull();
    assertThat(made.getExtraInfo().getName()).isEqualTo("Point_1-a");
    assertThat(made.getExtraInfo().getDescription()).isEqualTo("why");
    assertThat(made.getExtraInfo().getRetentionDuration()).isEqualTo(-1);
    assertThat(made.getVault().getId()).isEqualTo(vault);
    assertThat(made.getVault().getName()).isEqualTo("points");
    assertThat(made.getVault().getSkippedResources()).isEmpty();
    assertThat(made.getVault().getResources())
        .extracting(CheckpointResourceResp::getId)
        .containsExactlyInAnyOrder(first.id(), second.id());
    assertThat(made.getVault().getResources())
        .allSatisfy(
            resource -> {
              assertThat(resource.getType()).isEqualTo(Requests.SERVER);
              assertThat(resource.getName()).endsWith(" server");
              assertThat(resource.getResourceSize()).isEqualTo("1");
              assertThat(resource.getProtectStatus())
                  .isEqualTo(CheckpointResourceResp.ProtectStatusEnum.PROTECTING);
            });

    CheckpointCreate complete = complete(made.getId());
    assertThat(complete.getStatus()).isEqualTo(CheckpointCreate.StatusEnum.AVAILABLE);
    assertThat(complete.getCreatedAt()).isEqualTo(made.getCreatedAt());
    assertThat(complete.getVault().getResources())
        .extracting(CheckpointResourceResp::getProtectStatus)
        .containsOnly(CheckpointResourceResp.ProtectStatusEnum.AVAILABLE);
  }

  @Test
  @Covers("CreateCheckpoint")
  void backsUpTheResourcesThatAreNamedAsTerraformDoes() {
    CheckpointCreate made =
        create(
            new CheckpointParam()
                .withName("some")
                .withIncremental(true)
                .withResourceDetails(
                    List.of(
                        new Resource()
                            .withId(second.id())
                            .withType(Requests.SERVER)
                            .withExtraInfo(new ResourceExtraInfo()))));

    assertThat(made.getVault().getResources())
        .extracting(CheckpointResourceResp::getId)
        .containsExactly(second.id());
    complete(made.getId());
  }

  @Test
  @Covers("CreateCheckpoint")
  void tellsWhatItSkipsAndWhy() {
    sdk.stack().coffer("cloud", "server-delete", second.id(), "--project", sdk.project().id()).ok();
    CheckpointCreate made = create(new CheckpointParam().withResources(List.of()));

    assertThat(made.getVault().getResources())
        .extracting(CheckpointResourceResp::getId)
        .containsExactly(first.id());
    CheckpointCreateSkippedResource skipped = made.getVault().getSkippedResources().get(0);
    assertThat(skipped.getId()).isEqualTo(second.id());
    assertThat(skipped.getType()).isEqualTo(Requests.SERVER);
    assertThat(skipped.getName()).isEqualTo("second server");
    assertThat(skipped.getCode()).isEqualTo("BackupService.7100");
    assertThat(skipped.getReason()).isNotEmpty();
    complete(made.getId());
  }

  private LocalServer server(String name) throws Exception {
    return LocalServer.create(sdk.stack(), sdk.project(), name, List.of(new byte[70_000]));
  }

  private CheckpointCreate create(CheckpointParam parameters) {
    return client.createCheckpoint(Requests.backUp(vault, parameters)).getCheckpoint();
  }

  private CheckpointCreate complete(String point) {
    Vaults vaults = new Vaults(sdk.project());
    vaults.tasksOf(point).forEach(vaults::succeeded);
    return client
        .showCheckpoint(new ShowCheckpointRequest().withCheckpointId(point))
        .getCheckpoint();
  }
}
