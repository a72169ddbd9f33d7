package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.BackupExtendInfo;
import com.huaweicloud.sdk.cbr.v1.model.BackupResp;
import com.huaweicloud.sdk.cbr.v1.model.BackupRestore;
import com.huaweicloud.sdk.cbr.v1.model.BackupRestoreServerMapping;
import com.huaweicloud.sdk.cbr.v1.model.BackupUpdate;
import com.huaweicloud.sdk.cbr.v1.model.BackupUpdateReq;
import com.huaweicloud.sdk.cbr.v1.model.DeleteBackupRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowBackupRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowCheckpointRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowMetadataRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowMetadataResponse;
import com.huaweicloud.sdk.cbr.v1.model.UpdateBackupRequest;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.conformance.Covers;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class BackupsIT {

  private Sdk sdk;
  private CbrClient client;
  private BackedUp world;
  private BackupResp backup;

  @BeforeEach
  void backUp(Sdk sdk) throws Exception {
    this.sdk = sdk;
    client = sdk.client();
    world = BackedUp.make(sdk);
    backup = world.backup(world.checkpoint());
  }

  @Test
  @Covers({"ShowBackup", "ListBackups"})
  void showsABackupWithThoseOfItsVolumes() {
    BackupResp shown = show(backup.getId());
    assertThat(shown).isEqualTo(backup);
    common(shown, BackedUp.SERVER, Requests.SERVER, 2);
    assertThat(shown.getResourceId()).isEqualTo(world.server().id());
    assertThat(shown.getParentId()).isNull();
    assertThat(shown.getDescription()).isEqualTo("d");
    assertThat(shown.getProviderId()).isEqualTo("0daac4c5-6707-4851-97ba-169e36266b66");
    assertThat(shown.getExtendInfo().getContainSystemDisk()).isTrue();

    List<BackupResp> parts = shown.getChildren();
    assertThat(parts)
        .extracting(BackupResp::getResourceId)
        .containsExactlyElementsOf(sdk.disks(world.server()));
    for (BackupResp part : parts) {
      common(part, part.getResourceName(), Requests.DISK, 1);
      assertThat(part.getParentId()).isEqualTo(shown.getId());
      assertThat(part.getProviderId()).isEqualTo("d1603440-187d-4516-af25-121250c7cc97");
      assertThat(part.getChildren()).isEmpty();
    }
    assertThat(parts)
        .extracting(part -> part.getExtendInfo().getBootable())
        .containsExactly(true, false);
    assertThat(sdk.last().parsed().at("/backup/extend_info/is_multi_az").isBoolean()).isTrue();
  }

  @Test
  @Covers("ShowMetadata")
  void tellsWhatTheServerWasAlsoWhenItIsGone() throws Exception {
    ShowMetadataRequest ofServer = new ShowMetadataRequest().withBackupId(backup.getId());
    ShowMetadataResponse before = client.showMetadata(ofServer);
    assertThat(before.getBackupId()).isEqualTo(backup.getId());
    assertThat(text(before.getBackups()).at("/0/id").asText()).isEqualTo(backup.getId());
    assertThat(text(before.getServer()).at("/server/name").asText()).isEqualTo(BackedUp.SERVER);
    assertThat(text(before.getFlavor()).at("/flavor/id").asText()).isNotEmpty();
    assertThat(text(before.getInterface()).at("/interfaceAttachments/0/fixed_ips")).hasSize(1);
    assertThat(text(before.getPorts().get(0)).at("/port/mac_address").asText()).startsWith("fa:");
    assertThat(before.getVolumes()).hasSize(2);
    assertThat(before.getFloatingips()).isEmpty();
    world.server().vanish();
    assertThat(client.showMetadata(ofServer)).isEqualTo(before);

    BackupResp part = backup.getChildren().get(1);
    ShowMetadataResponse ofDisk =
        client.showMetadata(new ShowMetadataRequest().withBackupId(part.getId()));
    assertThat(text(ofDisk.getBackups()).at("/0/parent_id").asText()).isEqualTo(backup.getId());
    assertThat(ofDisk.getServer()).isEqualTo(before.getServer());
    refused(
        "BackupService.6200",
        () ->
            client.showMetadata(
                new ShowMetadataRequest().withBackupId("11111111-1111-4111-8111-111111111111")));
  }

  @Test
  @Covers("UpdateBackup")
  void renamesABackup() {
    BackupResp renamed =
        client
            .updateBackup(
                new UpdateBackupRequest()
                    .withBackupId(backup.getId())
                    .withBody(
                        new BackupUpdateReq().withBackup(new BackupUpdate().withName("neu ä"))))
            .getBackup();

    assertThat(renamed.getName()).isEqualTo("neu ä");
    assertThat(renamed.getUpdatedAt()).isNotNull();
    assertThat(renamed.getChildren()).hasSize(2);
    assertThat(show(backup.getId())).isEqualTo(renamed);
  }

  @Test
  @Covers({"DeleteBackup", "ShowCheckpoint"})
  void deletesABackupAndWithTheLastOneItsRestorePoint() {
    assertThat(
            client
                .deleteBackup(new DeleteBackupRequest().withBackupId(backup.getId()))
                .getHttpStatusCode())
        .isEqualTo(204);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              refused("BackupService.6200", () -> show(backup.getId()));
              refused(
                  "BackupService.6217",
                  () ->
                      client.showCheckpoint(
                          new ShowCheckpointRequest().withCheckpointId(world.checkpoint())));
            });
  }

  @Test
  @Covers("RestoreBackup")
  void restoresEveryVolumeToWhereItCameFrom() throws Exception {
    List<byte[]> before = world.server().contents();
    new Noise().change(world.server().disks().get(0), 5, 1000);
    new Noise().change(world.server().disks().get(1), 5, 1000);

    assertThat(restore(new BackupRestore().withServerId(world.server().id()).withPowerOn(true)))
        .isEqualTo(202);
    world.succeeded(sdk.last().parsed().path("job_id").asText());
    assertThat(world.server().contents()).containsExactlyElementsOf(before);
  }

  @Test
  @Covers("RestoreBackup")
  void restoresVolumesOntoThoseThatTheMappingsName() throws Exception {
    LocalServer other =
        LocalServer.create(
            sdk.stack(), sdk.project(), "other", List.of(new byte[4 << 20], new byte[4 << 20]));
    List<BackupRestoreServerMapping> swapped =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    new BackupRestoreServerMapping()
                        .withBackupId(backup.getChildren().get(i).getId())
                        .withVolumeId(sdk.disks(other).get(1 - i)))
            .toList();

    assertThat(restore(new BackupRestore().withServerId(other.id()).withMappings(swapped)))
        .isEqualTo(202);
    world.succeeded(sdk.last().parsed().path("job_id").asText());
    for (int i = 0; i < 2; i++) {
      byte[] source = world.server().contents().get(i);
      assertThat(other.contents().get(1 - i)).startsWith(source).hasSize(4 << 20);
    }
  }

  private static JsonNode text(String json) throws IOException {
    return Json.MAPPER.readTree(json);
  }

  private int restore(BackupRestore restore) {
    return client.restoreBackup(Requests.restore(backup.getId(), restore)).getHttpStatusCode();
  }

  private BackupResp show(String id) {
    return client.showBackup(new ShowBackupRequest().withBackupId(id)).getBackup();
  }

  private void common(BackupResp one, String resource, String type, int size) {
    assertThat(one.getVaultId()).isEqualTo(world.vault());
    assertThat(one.getCheckpointId()).isEqualTo(world.checkpoint());
    assertThat(one.getProjectId()).isEqualTo(sdk.project().id());
    assertThat(one.getEnterpriseProjectId()).isEqualTo("0");
    assertThat(one.getName()).isNotEmpty();
    assertThat(one.getStatus()).isEqualTo(BackupResp.StatusEnum.AVAILABLE);
    assertThat(one.getImageType()).isEqualTo("backup");
    assertThat(one.getResourceName()).isEqualTo(resource);
    assertThat(one.getResourceType()).isEqualTo(type);
    assertThat(one.getResourceSize()).isEqualTo(size);
    assertThat(one.getIncremental()).isFalse();
    assertThat(one.getVersion()).isEqualTo(3);
    assertThat(one.getCreatedAt()).isBeforeOrEqualTo(one.getUpdatedAt());
    assertThat(one.getProtectedAt())
        .isBetween(LocalDate.now(ZoneOffset.UTC).minusDays(1), LocalDate.now(ZoneOffset.UTC));
    assertThat(one.getExpiredAt()).isNull();
    assertThat(one.getReplicationRecords()).isEmpty();
    BackupExtendInfo info = one.getExtendInfo();
    assertThat(info.getAutoTrigger()).isFalse();
    assertThat(info.getSupportLld()).isFalse();
    assertThat(info.getSupportedRestoreMode())
        .isEqualTo(BackupExtendInfo.SupportedRestoreModeEnum.BACKUP);
    assertThat(info.getOsImagesData()).isEmpty();
    assertThat(info.getEncrypted()).isFalse();
    assertThat(info.getSystemDisk()).isEqualTo(info.getBootable());
  }

  private static void refused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ClientRequestException.class, e -> assertThat(e.getErrorCode()).isEqualTo(code));
  }
}
