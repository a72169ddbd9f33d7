package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.AddVaultResourceRequest;
import com.huaweicloud.sdk.cbr.v1.model.BackupRestore;
import com.huaweicloud.sdk.cbr.v1.model.BillingCreate;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointParam;
import com.huaweicloud.sdk.cbr.v1.model.DeleteBackupRequest;
import com.huaweicloud.sdk.cbr.v1.model.DeleteVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.RemoveVaultResourceRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowBackupRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowCheckpointRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowOpLogRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowProtectableRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.VaultAddResourceReq;
import com.huaweicloud.sdk.cbr.v1.model.VaultCreate;
import com.huaweicloud.sdk.cbr.v1.model.VaultRemoveResourceReq;
import com.huaweicloud.sdk.cbr.v1.model.VaultUpdate;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.conformance.Covers;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class ErrorsIT {

  private static final String NOBODY = UUID.randomUUID().toString();

  private Sdk sdk;
  private CbrClient client;

  @BeforeEach
  void connect(Sdk sdk) {
    this.sdk = sdk;
    client = sdk.client();
  }

  @Test
  @Covers({"ShowVault", "ShowBackup", "ShowCheckpoint", "ShowOpLog", "ShowProtectable"})
  void tellsWhatDoesNotExist() {
    refused(404, "BackupService.6105", () -> show(NOBODY));
    refused(404, "BackupService.6105", () -> show("a name instead of an id"));
    refused(
        404,
        "BackupService.6200",
        () -> client.showBackup(new ShowBackupRequest().withBackupId(NOBODY)));
    refused(
        404,
        "BackupService.6217",
        () -> client.showCheckpoint(new ShowCheckpointRequest().withCheckpointId(NOBODY)));
    refused(
        404,
        "BackupService.6500",
        () -> client.showOpLog(new ShowOpLogRequest().withOperationLogId(NOBODY)));
    refused(
        404,
        "BackupService.7100",
        () ->
            client.showProtectable(
                new ShowProtectableRequest()
                    .withProtectableType(ShowProtectableRequest.ProtectableTypeEnum.SERVER)
                    .withInstanceId(NOBODY)));
  }

  @Test
  @Covers({"UpdateVault", "DeleteVault", "CreateCheckpoint", "DeleteBackup", "RestoreBackup"})
  void changesNothingThatDoesNotExist() {
    refused(
        404,
        "BackupService.6105",
        () -> client.updateVault(Requests.update(NOBODY, new VaultUpdate().withName("x"))));
    refused(
        404,
        "BackupService.6105",
        () -> client.deleteVault(new DeleteVaultRequest().withVaultId(NOBODY)));
    refused(
        404,
        "BackupService.6105",
        () -> client.createCheckpoint(Requests.backUp(NOBODY, new CheckpointParam())));
    refused(
        404,
        "BackupService.6200",
        () -> client.deleteBackup(new DeleteBackupRequest().withBackupId(NOBODY)));
    refused(
        404,
        "BackupService.6200",
        () ->
            client.restoreBackup(Requests.restore(NOBODY, new BackupRestore().withServerId("s"))));
  }

  @Test
  @Covers("CreateVault")
  void namesTheFieldThatIsWrong() {
    VaultCreate small = Requests.vault("small");
    small.getBilling().setSize(9);
    assertThat(refused(400, "BackupService.9900", () -> create(small)).getErrorMsg())
        .startsWith("vault.billing.size");
    assertThat(
            refused(400, "BackupService.9900", () -> create(Requests.vault("x".repeat(65))))
                .getErrorMsg())
        .startsWith("vault.name");
    VaultCreate prepaid = Requests.vault("prepaid");
    prepaid.getBilling().setChargingMode(BillingCreate.ChargingModeEnum.PRE_PAID);
    assertThat(refused(400, "BackupService.9900", () -> create(prepaid)).getErrorMsg())
        .startsWith("vault.billing.period_type");
    refused(
        404,
        "BackupService.6000",
        () -> create(Requests.vault("policy").withBackupPolicyId(NOBODY)));
    assertThat(
            refused(
                    400,
                    "BackupService.9900",
                    () -> client.listVault(new ListVaultRequest().withLimit(1001)))
                .getErrorMsg())
        .startsWith("limit");
  }

  @Test
  @Covers({"AddVaultResource", "RemoveVaultResource", "CreateVault", "CreateCheckpoint"})
  void keepsTheRulesOfAssociation() throws Exception {
    LocalServer server =
        LocalServer.create(sdk.stack(), sdk.project(), "ruled", List.of(new byte[100]));
    String vault = create(Requests.vault("first", server.id()));
    String other = create(Requests.vault("second"));

    refused(400, "BackupService.6103", () -> add(other, Requests.SERVER, server.id()));
    refused(400, "BackupService.6103", () -> create(Requests.vault("third", server.id())));
    refused(400, "BackupService.6104", () -> add(vault, Requests.SERVER, server.id(), server.id()));
    refused(404, "BackupService.7100", () -> add(vault, Requests.SERVER, NOBODY));
    refused(404, "BackupService.7000", () -> add(vault, Requests.DISK, NOBODY));
    refused(400, "BackupService.6102", () -> add(vault, Requests.DISK, sdk.disks(server).get(0)));
    refused(400, "BackupService.6135", () -> remove(other, server.id()));
    refused(
        400,
        "BackupService.6135",
        () ->
            client.createCheckpoint(
                Requests.backUp(vault, new CheckpointParam().withResources(List.of(NOBODY)))));
    refused(
        400,
        "BackupService.0001",
        () -> client.createCheckpoint(Requests.backUp(other, new CheckpointParam())));
  }

  @Test
  @Covers({"UpdateVault", "DeleteVault", "DeleteBackup"})
  void protectsWhatIsLockedOrInUse() throws Exception {
    BackedUp world = BackedUp.make(sdk);
    String backup = world.backup(world.checkpoint()).getId();
    String part = world.backup(world.checkpoint()).getChildren().get(0).getId();
    refused(
        400,
        "BackupService.6201",
        () -> client.deleteBackup(new DeleteBackupRequest().withBackupId(part)));

    client.updateVault(Requests.update(world.vault(), new VaultUpdate().withLocked(true)));
    refused(
        400,
        "BackupService.6201",
        () -> client.deleteBackup(new DeleteBackupRequest().withBackupId(backup)));
    refused(
        400,
        "BackupService.6111",
        () -> client.deleteVault(new DeleteVaultRequest().withVaultId(world.vault())));
  }

  @Test
  @Covers("ListVault")
  void letsNobodyInWithoutTheRightKeyOrIntoAnotherProject() {
    JsonNode own = sdk.stack().credentials();
    JsonNode others = own.path("other");
    String mine = sdk.project().id();
    String theirs = others.at("/projects/0/id").asText();

    refused(403, "APIGW.0306", () -> list(sdk.client(own, theirs)));
    refused(403, "APIGW.0306", () -> list(sdk.client(own, "0".repeat(32))));
    refused(403, "APIGW.0306", () -> list(sdk.client(others, mine)));
    assertThat(sdk.client(others, theirs).listVault(new ListVaultRequest()).getVaults()).isEmpty();
    ObjectNode forged = others.deepCopy();
    forged.put("secret_key", "not the secret key");
    refused(401, "APIGW.0301", () -> list(sdk.client(forged, theirs)));
    list(sdk.client(others, theirs));
  }

  private static void list(CbrClient client) {
    client.listVault(new ListVaultRequest());
  }

  private void show(String vault) {
    client.showVault(new ShowVaultRequest().withVaultId(vault));
  }

  private String create(VaultCreate vault) {
    return client.createVault(Requests.create(vault)).getVault().getId();
  }

  private void add(String vault, String type, String... ids) {
    client.addVaultResource(
        new AddVaultResourceRequest()
            .withVaultId(vault)
            .withBody(new VaultAddResourceReq().withResources(Requests.resources(type, ids))));
  }

  private void remove(String vault, String id) {
    client.removeVaultResource(
        new RemoveVaultResourceRequest()
            .withVaultId(vault)
            .withBody(new VaultRemoveResourceReq().withResourceIds(List.of(id))));
  }

  private static ClientRequestException refused(int status, String code, ThrowingCallable call) {
    ClientRequestException refusal = catchThrowableOfType(ClientRequestException.class, call);
    assertThat(refusal).as("refused with %d %s", status, code).isNotNull();
    assertThat(refusal.getErrorCode()).isEqualTo(code);
    assertThat(refusal.getHttpStatusCode()).isEqualTo(status);
    assertThat(refusal.getErrorMsg()).isNotEmpty();
    assertThat(refusal.getRequestId()).isNotEmpty();
    return refusal;
  }
}
