package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.BackupResp;
import com.huaweicloud.sdk.cbr.v1.model.BillingCreate;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointParam;
import com.huaweicloud.sdk.cbr.v1.model.MigrateVaultResourceRequest;
import com.huaweicloud.sdk.cbr.v1.model.OperationLog;
import com.huaweicloud.sdk.cbr.v1.model.ResourceResp;
import com.huaweicloud.sdk.cbr.v1.model.ShowCheckpointRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.Vault;
import com.huaweicloud.sdk.cbr.v1.model.VaultMigrateResourceReq;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.Covers;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class MigrationsIT {

  @Test
  @Covers({"MigrateVaultResource", "ShowVault", "ShowBackup", "ShowCheckpoint", "ShowOpLog"})
  void movesAServerWithItsBackupsToAnotherVault(Sdk sdk) throws Exception {
    CbrClient client = sdk.client();
    BackedUp made = BackedUp.make(sdk);
    String second = made.backUp(new CheckpointParam());
    String into = make(client, "moved into", BillingCreate.ObjectTypeEnum.SERVER);

    assertThat(migrate(client, made.vault(), into, made.server().id()))
        .containsExactly(made.server().id());
    OperationLog log = made.succeeded(task(sdk, made.vault(), "copy"));
    assertThat(log.getOperationType()).isEqualTo(OperationLog.OperationTypeEnum.COPY);
    assertThat(log.getVaultId()).isEqualTo(made.vault());
    made.succeeded(task(sdk, made.vault(), "delete"));

    assertThat(show(client, made.vault()).getResources()).isEmpty();
    assertThat(show(client, made.vault()).getBilling().getUsed()).isLessThanOrEqualTo(1);
    Vault vault = show(client, into);
    assertThat(vault.getBilling().getUsed()).isBetween(4, 6);
    assertThat(vault.getResources())
        .extracting(ResourceResp::getId, ResourceResp::getBackupCount)
        .containsExactly(tuple(made.server().id(), 2));
    BackupResp backup = made.backup(second);
    assertThat(backup.getVaultId()).isEqualTo(into);
    assertThat(backup.getChildren()).allMatch(child -> child.getVaultId().equals(into));
    assertThat(
            client
                .showCheckpoint(new ShowCheckpointRequest().withCheckpointId(made.checkpoint()))
                .getCheckpoint()
                .getVault()
                .getId())
        .isEqualTo(into);
  }

  @Test
  @Covers("MigrateVaultResource")
  void tellsWhyAServerStaysWhereItIs(Sdk sdk) throws Exception {
    CbrClient client = sdk.client();
    String from = make(client, "left", BillingCreate.ObjectTypeEnum.SERVER);
    String into = make(client, "not reached", BillingCreate.ObjectTypeEnum.SERVER);
    String disks = make(client, "of disks", BillingCreate.ObjectTypeEnum.DISK);
    String nobody = UUID.randomUUID().toString();
    refused(404, "6105", () -> migrate(client, nobody, into, "server"));
    refused(400, "6120", () -> migrate(client, from, nobody, "server"));
    refused(400, "6120", () -> migrate(client, from, "no id", "server"));
    refused(400, "9900", () -> migrate(client, from, from, "server"));
    refused(400, "6102", () -> migrate(client, from, disks, "server"));
    refused(400, "6135", () -> migrate(client, from, into, "server"));
    refused(400, "9900", () -> migrate(client, from, into));
  }

  private static void refused(int status, String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ServiceResponseException.class,
            refusal -> {
              assertThat(refusal.getErrorCode()).isEqualTo("BackupService." + code);
              assertThat(refusal.getHttpStatusCode()).isEqualTo(status);
            });
  }

  private static String make(CbrClient client, String name, BillingCreate.ObjectTypeEnum type) {
    return client
        .createVault(Requests.create(Requests.vault(name).withBilling(Requests.billing(type))))
        .getVault()
        .getId();
  }

  private static List<String> migrate(
      CbrClient client, String vault, String into, String... resources) {
    return client
        .migrateVaultResource(
            new MigrateVaultResourceRequest()
                .withVaultId(vault)
                .withBody(
                    new VaultMigrateResourceReq()
                        .withDestinationVaultId(into)
                        .withResourceIds(List.of(resources))))
        .getMigratedResources();
  }

  private static Vault show(CbrClient client, String vault) {
    return client.showVault(new ShowVaultRequest().withVaultId(vault)).getVault();
  }

  private static String task(Sdk sdk, String vault, String type) {
    for (JsonNode task : new Vaults(sdk.project()).tasksOfVault(vault)) {
      if (task.path("operation_type").asText().equals(type)) {
        return task.path("id").asText();
      }
    }
    throw new AssertionError("vault " + vault + " has no task of type " + type);
  }
}
