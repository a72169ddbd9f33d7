package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointCreateSkippedResource;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointParam;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointPlanCreate;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointResourceResp;
import com.huaweicloud.sdk.cbr.v1.model.SetVaultResourceRequest;
import com.huaweicloud.sdk.cbr.v1.model.VaultSetResourceReq;
import com.huaweicloud.sdk.cbr.v1.model.VaultSetResourceReq.ActionEnum;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.conformance.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class SuspensionIT {

  @Test
  @Covers({"SetVaultResource", "CreateCheckpoint"})
  void leavesASuspendedServerOutOfAutomaticBackupsUntilItIsTakenInAgain(Sdk sdk) throws Exception {
    CbrClient client = sdk.client();
    LocalServer out = server(sdk, "out");
    LocalServer in = server(sdk, "in");
    String vault =
        client
            .createVault(Requests.create(Requests.vault("suspension", out.id(), in.id())))
            .getVault()
            .getId();

    assertThat(set(client, vault, ActionEnum.SUSPEND, out.id())).containsExactly(out.id());
    CheckpointPlanCreate automatic = backUp(client, vault, true);
    assertThat(automatic.getSkippedResources())
        .extracting(CheckpointCreateSkippedResource::getId)
        .containsExactly(out.id());
    assertThat(automatic.getSkippedResources().get(0).getCode()).isEqualTo("BackupService.6215");
    assertThat(automatic.getResources())
        .extracting(CheckpointResourceResp::getId)
        .containsExactly(in.id());
    assertThat(backUp(client, vault, false).getResources())
        .extracting(CheckpointResourceResp::getId)
        .contains(out.id());

    assertThat(set(client, vault, ActionEnum.UNSUSPEND, out.id())).containsExactly(out.id());
  }

  private static LocalServer server(Sdk sdk, String name) throws Exception {
    return LocalServer.create(sdk.stack(), sdk.project(), name, List.of(new byte[5000]));
  }

  private static List<String> set(
      CbrClient client, String vault, ActionEnum action, String resource) {
    return client
        .setVaultResource(
            new SetVaultResourceRequest()
                .withVaultId(vault)
                .withBody(
                    new VaultSetResourceReq()
                        .withResourceIds(List.of(resource))
                        .withAction(action)))
        .getSetResourceIds();
  }

  private static CheckpointPlanCreate backUp(CbrClient client, String vault, boolean automatic) {
    CheckpointParam parameters = new CheckpointParam().withAutoTrigger(automatic);
    return client.createCheckpoint(Requests.backUp(vault, parameters)).getCheckpoint().getVault();
  }
}
