package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.BackupResp;
import com.huaweicloud.sdk.cbr.v1.model.BackupRestore;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointParam;
import com.huaweicloud.sdk.cbr.v1.model.DeleteBackupRequest;
import com.huaweicloud.sdk.cbr.v1.model.DeleteVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListOpLogsRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListOpLogsRequest.OperationTypeEnum;
import com.huaweicloud.sdk.cbr.v1.model.ListOpLogsResponse;
import com.huaweicloud.sdk.cbr.v1.model.OperationLog;
import com.huaweicloud.sdk.cbr.v1.model.RemoveVaultResourceRequest;
import com.huaweicloud.sdk.cbr.v1.model.VaultRemoveResourceReq;
import io.coffer.systemtests.conformance.Covers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class OperationLogsIT {

  private CbrClient client;
  private BackedUp world;
  private BackupResp backup;

  @BeforeEach
  void backUp(Sdk sdk) throws Exception {
    client = sdk.client();
    world = BackedUp.make(sdk);
    backup = world.backup(world.checkpoint());
  }

  @Test
  @Covers({"ListOpLogs", "ShowOpLog"})
  void tellsABackupAndARestore() {
    OperationLog log = over(OperationTypeEnum.BACKUP);
    assertThat(log.getCheckpointId()).isEqualTo(world.checkpoint());
    assertThat(log.getExtraInfo().getBackup().getBackupId()).isEqualTo(backup.getId());
    assertThat(log.getExtraInfo().getBackup().getBackupName()).isEqualTo(backup.getName());
    assertThat(log.getExtraInfo().getBackup().getAppConsistencyStatus().getValue()).isEqualTo("0");
    assertThat(log.getExtraInfo().getBackup().getIncremental()).isNull();
    assertThat(log.getExtraInfo().getResource().getId()).isEqualTo(world.server().id());
    assertThat(log.getExtraInfo().getResource().getType()).isEqualTo(Requests.SERVER);
    assertThat(log.getExtraInfo().getResource().getName()).isEqualTo(BackedUp.SERVER);

    client.restoreBackup(
        Requests.restore(backup.getId(), new BackupRestore().withServerId(world.server().id())));
    OperationLog restore = over(OperationTypeEnum.RESTORE);
    assertThat(restore.getExtraInfo().getRestore().getBackupId()).isEqualTo(backup.getId());
    assertThat(restore.getExtraInfo().getRestore().getBackupName()).isEqualTo(backup.getName());
    assertThat(restore.getExtraInfo().getRestore().getTargetResourceId())
        .isEqualTo(world.server().id());
    assertThat(restore.getExtraInfo().getRestore().getTargetResourceName())
        .isEqualTo(BackedUp.SERVER);
  }

  @Test
  @Covers({"ListOpLogs", "ShowOpLog"})
  void tellsTheDeletionOfABackupAndOfTheVaultEvenAfterwards() {
    world.backUp(new CheckpointParam());
    client.deleteBackup(new DeleteBackupRequest().withBackupId(backup.getId()));
    OperationLog delete = over(OperationTypeEnum.DELETE);
    assertThat(delete.getExtraInfo().getDelete().getBackupId()).isEqualTo(backup.getId());
    assertThat(delete.getExtraInfo().getDelete().getBackupName()).isEqualTo(backup.getName());

    client.deleteVault(new DeleteVaultRequest().withVaultId(world.vault()));
    OperationLog vaultDelete = over(OperationTypeEnum.VAULT_DELETE);
    assertThat(vaultDelete.getExtraInfo().getVaultDelete().getTotalCount()).isEqualTo(1);
    assertThat(vaultDelete.getExtraInfo().getVaultDelete().getFailCount()).isZero();
  }

  @Test
  @Covers({"ListOpLogs", "RemoveVaultResource"})
  void tellsTheRemovalOfAResourceWithItsBackups() {
    client.removeVaultResource(
        new RemoveVaultResourceRequest()
            .withVaultId(world.vault())
            .withBody(new VaultRemoveResourceReq().withResourceIds(List.of(world.server().id()))));

    OperationLog log = over(OperationTypeEnum.REMOVE_RESOURCE);
    assertThat(log.getExtraInfo().getRemoveResources().getTotalCount()).isEqualTo(1);
    assertThat(log.getExtraInfo().getRemoveResources().getFailCount()).isZero();
    assertThat(log.getExtraInfo().getRemoveResources().getResources().get(0).getId())
        .isEqualTo(world.server().id());
  }

  @Test
  @Covers("ListOpLogs")
  void findsAndPagesTasks() {
    world.backUp(new CheckpointParam());
    String soon =
        Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
    String provider = "0daac4c5-6707-4851-97ba-169e36266b66";

    assertThat(list(mine())).hasSize(2);
    assertThat(list(mine().withStatus(ListOpLogsRequest.StatusEnum.SUCCESS))).hasSize(2);
    assertThat(list(mine().withStatus(ListOpLogsRequest.StatusEnum.FAILED))).isEmpty();
    assertThat(list(mine().withOperationType(OperationTypeEnum.COPY))).isEmpty();
    assertThat(list(mine().withProviderId(provider))).hasSize(2);
    assertThat(list(mine().withProviderId(provider + "0"))).isEmpty();
    assertThat(list(mine().withVaultName(BackedUp.VAULT))).hasSize(2);
    assertThat(list(mine().withVaultName("another"))).isEmpty();
    assertThat(list(mine().withResourceName(BackedUp.SERVER))).hasSize(2);
    assertThat(list(mine().withResourceName("another"))).isEmpty();
    assertThat(list(mine().withStartTime(soon))).isEmpty();
    assertThat(list(mine().withEndTime(soon))).hasSize(2);
    assertThat(list(mine().withEnterpriseProjectId("all_granted_eps"))).hasSize(2);
    assertThat(list(new ListOpLogsRequest().withResourceId(world.server().id()))).hasSize(2);
    assertThat(list(new ListOpLogsRequest().withResourceId("another"))).isEmpty();

    ListOpLogsResponse page = client.listOpLogs(mine().withLimit(1).withOffset(1));
    assertThat(page.getOperationLogs())
        .extracting(OperationLog::getCheckpointId)
        .containsExactly(world.checkpoint());
    assertThat(page.getCount()).isEqualTo(2);
    assertThat(page.getLimit()).isEqualTo(1);
    assertThat(page.getOffset()).isEqualTo(1);
  }

  /** The newest task of a kind once it is over, with what all tasks have. */
  private OperationLog over(OperationTypeEnum type) {
    List<OperationLog> found =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> list(mine().withOperationType(type)), list -> !list.isEmpty());
    OperationLog log = world.succeeded(found.get(0).getId());
    assertThat(log.getOperationType().getValue()).isEqualTo(type.getValue());
    assertThat(log.getStatus()).isEqualTo(OperationLog.StatusEnum.SUCCESS);
    assertThat(log.getProjectId()).isEqualTo(backup.getProjectId());
    assertThat(log.getVaultId()).isEqualTo(world.vault());
    assertThat(log.getVaultName()).isEqualTo(BackedUp.VAULT);
    assertThat(log.getProviderId()).isEqualTo(backup.getProviderId());
    assertThat(log.getPolicyId()).isNull();
    assertThat(log.getErrorInfo().getCode()).isEmpty();
    assertThat(log.getErrorInfo().getMessage()).isEmpty();
    assertThat(log.getExtraInfo().getCommon().getProgress()).isEqualTo(100);
    assertThat(log.getExtraInfo().getCommon().getTaskId()).isEqualTo(log.getId());
    assertThat(log.getExtraInfo().getCommon().getRequestId()).isNotEmpty();
    assertThat(time(log.getCreatedAt())).isBeforeOrEqualTo(time(log.getStartedAt()));
    assertThat(time(log.getStartedAt())).isBeforeOrEqualTo(time(log.getEndedAt()));
    assertThat(time(log.getUpdatedAt())).isAfterOrEqualTo(time(log.getStartedAt()));
    return log;
  }

  private ListOpLogsRequest mine() {
    return new ListOpLogsRequest().withVaultId(world.vault());
  }

  private List<OperationLog> list(ListOpLogsRequest request) {
    return client.listOpLogs(request).getOperationLogs();
  }

  private static OffsetDateTime time(String text) {
    return OffsetDateTime.parse(text);
  }
}
