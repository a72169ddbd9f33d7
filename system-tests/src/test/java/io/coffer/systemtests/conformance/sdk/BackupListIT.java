package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.cbr.v1.model.BackupResp;
import com.huaweicloud.sdk.cbr.v1.model.CheckpointParam;
import com.huaweicloud.sdk.cbr.v1.model.ListBackupsRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListBackupsResponse;
import io.coffer.systemtests.conformance.Covers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class BackupListIT {

  private Sdk sdk;
  private BackedUp world;

  @Test
  @Covers("ListBackups")
  void findsSortsAndPagesBackups(Sdk sdk) throws Exception {
    this.sdk = sdk;
    world = BackedUp.make(sdk);
    BackupResp first = world.backup(world.checkpoint());
    BackupResp second = world.backup(world.backUp(new CheckpointParam().withName("second")));
    assertThat(second.getIncremental()).isTrue();

    filters(first, second);
    orders(first, second);
    pages(first, second);
  }

  private void filters(BackupResp first, BackupResp second) {
    assertThat(ids(mine())).containsExactly(second.getId(), first.getId());
    assertThat(ids(mine().withCheckpointId(first.getCheckpointId())))
        .containsExactly(first.getId());
    assertThat(ids(mine().withIncremental(true))).containsExactly(second.getId());
    assertThat(ids(mine().withIncremental(false))).containsExactly(first.getId());
    assertThat(ids(mine().withName(first.getName()))).contains(first.getId());
    assertThat(ids(mine().withName("no such name"))).isEmpty();
    assertThat(ids(mine().withParentId(first.getId()))).hasSize(2);
    assertThat(ids(mine().withResourceId(world.server().id()))).hasSize(2);
    assertThat(ids(mine().withResourceName(BackedUp.SERVER))).hasSize(2);
    assertThat(ids(mine().withResourceType(ListBackupsRequest.ResourceTypeEnum.OS_CINDER_VOLUME)))
        .isEmpty();
    assertThat(ids(mine().withResourceType(ListBackupsRequest.ResourceTypeEnum.OS_NOVA_SERVER)))
        .hasSize(2);
    assertThat(ids(mine().withStatus(ListBackupsRequest.StatusEnum.AVAILABLE))).hasSize(2);
    assertThat(ids(mine().withStatus(ListBackupsRequest.StatusEnum.ERROR))).isEmpty();
    assertThat(ids(mine().withImageType(ListBackupsRequest.ImageTypeEnum.REPLICATION))).isEmpty();
    assertThat(ids(mine().withOwnType(ListBackupsRequest.OwnTypeEnum.SHARED))).isEmpty();
    assertThat(ids(mine().withOwnType(ListBackupsRequest.OwnTypeEnum.ALL_GRANTED))).hasSize(2);
    assertThat(ids(mine().withEnterpriseProjectId("0"))).hasSize(2);
    assertThat(ids(mine().withEnterpriseProjectId("other"))).isEmpty();
    assertThat(ids(mine().withResourceAz("nowhere"))).isEmpty();
    assertThat(ids(mine().withUsedPercent("100"))).isEmpty();
    assertThat(ids(mine().withShowReplication(true).withDec(false))).hasSize(2);
    String soon =
        Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
    assertThat(ids(mine().withStartTime(soon))).isEmpty();
    assertThat(ids(mine().withEndTime(soon))).hasSize(2);
    assertThat(ids(new ListBackupsRequest().withVaultId(UUID.randomUUID().toString()))).isEmpty();
  }

  private void orders(BackupResp first, BackupResp second) {
    assertThat(ids(mine().withSort("created_at:asc")))
        .containsExactly(first.getId(), second.getId());
    assertThat(ids(mine().withSort("created_at"))).containsExactly(second.getId(), first.getId());
    List<String> byId = List.of(first.getId(), second.getId()).stream().sorted().toList();
    assertThat(ids(mine().withSort("status:asc,id:asc"))).containsExactlyElementsOf(byId);
    for (String key : List.of("updated_at", "name", "protected_at")) {
      assertThat(ids(mine().withSort(key + ":desc"))).as(key).hasSize(2);
    }
  }

  private void pages(BackupResp first, BackupResp second) {
    ListBackupsResponse page = sdk.client().listBackups(mine().withLimit(1).withOffset(1));
    assertThat(page.getBackups()).extracting(BackupResp::getId).containsExactly(first.getId());
    assertThat(page.getCount()).isEqualTo(2);
    assertThat(page.getLimit()).isEqualTo(1);
    assertThat(page.getOffset()).isEqualTo(1);
    assertThat(ids(mine().withMarker(second.getId()))).containsExactly(first.getId());
    assertThat(ids(mine().withMarker(first.getId()))).isEmpty();
    assertThat(ids(mine().withMarker(UUID.randomUUID().toString()))).isEmpty();
    assertThat(ids(mine().withSort("created_at:asc").withMarker(first.getId())))
        .containsExactly(second.getId());
  }

  private ListBackupsRequest mine() {
    return new ListBackupsRequest().withVaultId(world.vault());
  }

  private List<String> ids(ListBackupsRequest request) {
    return sdk.client().listBackups(request).getBackups().stream().map(BackupResp::getId).toList();
  }
}
