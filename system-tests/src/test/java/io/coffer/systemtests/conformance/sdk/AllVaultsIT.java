package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.BatchUpdateVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.BatchUpdateVaultRequestBody;
import com.huaweicloud.sdk.cbr.v1.model.ShowVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.Vault;
import com.huaweicloud.sdk.cbr.v1.model.VaultBatchUpdate;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.conformance.Covers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class AllVaultsIT {

  /** In a project of nobody else, as it changes what others made. */
  @Test
  @Covers("BatchUpdateVault")
  void changesTheSettingsOfAllVaults(Sdk sdk) {
    Project project = Project.ofOtherDomain(sdk.stack(), "region-2");
    CbrClient client = sdk.client(sdk.stack().credentials().path("other"), project.id());
    String one = client.createVault(Requests.create(Requests.vault("one"))).getVault().getId();
    String two = client.createVault(Requests.create(Requests.vault("two"))).getVault().getId();

    assertThat(update(client, new VaultBatchUpdate().withThreshold(61))).contains(one, two);
    assertThat(update(client, new VaultBatchUpdate().withThreshold(61).withSmnNotify(false)))
        .contains(one, two);
    assertThat(update(client, new VaultBatchUpdate().withSmnNotify(false))).isEmpty();
    Vault vault = client.showVault(new ShowVaultRequest().withVaultId(one)).getVault();
    assertThat(vault.getThreshold()).isEqualTo(61);
    assertThat(vault.getSmnNotify()).isFalse();
    project.delete("/vaults/" + one).expect(204);
    project.delete("/vaults/" + two).expect(204);
  }

  /** Newer clients know these, and this one does not. */
  @Test
  @Covers({"ListFeatures", "ShowFeature"})
  void tellsWhatTheServiceCanDo(Sdk sdk) {
    Project project = sdk.project();
    JsonNode all = project.get("/cbr-features").expect(200);
    assertThat(all.path("replication.source_region").asText()).isEqualTo("region-1");
    assertThat(all.path("replication.destination_regions").isArray()).isTrue();
    all.fields()
        .forEachRemaining(
            feature ->
                assertThat(project.get("/cbr-features/" + feature.getKey()).expect(200))
                    .isEqualTo(
                        Json.MAPPER.createObjectNode().set(feature.getKey(), feature.getValue())));
    assertThat(project.get("/cbr-features?limit=2&offset=1").expect(200)).hasSize(2);
    assertThat(project.get("/cbr-features/none").errorCode()).isEqualTo("BackupService.9900");
  }

  /** Newer clients know this, and this one does not. */
  @Test
  @Covers({"UpdateExpirationTime", "ShowOpLog"})
  void tellsOfTheEndOfBackupsInATask(Sdk sdk) {
    Project project = sdk.project();
    CbrClient client = sdk.client();
    String vault = client.createVault(Requests.create(Requests.vault("ends"))).getVault().getId();
    String path = "/vaults/" + vault + "/update-backup-expiration-time";

    JsonNode set = put(project, path, "2031-01-31").expect(200);
    assertThat(set.path("affected_backups_count").asInt()).isZero();
    assertThat(set.path("new_expiration_day").asText()).isEqualTo("2031-01-31");
    String task = set.path("operation_log_id").asText();
    JsonNode log = project.get("/operation-logs/" + task).expect(200).path("operation_log");
    assertThat(log.path("status").asText()).isEqualTo("success");
    assertThat(log.path("operation_type").asText()).isEqualTo("update_expiration_time");
    assertThat(put(project, path, "2020-01-31").errorCode()).isEqualTo("BackupService.9900");
  }

  private static Reply put(Project project, String path, String day) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("expect_expiration_date", day).put("time_zone", "UTC+08:00");
    return project.send("PUT", path, body, Map.of());
  }

  private static List<String> update(CbrClient client, VaultBatchUpdate change) {
    return client
        .batchUpdateVault(
            new BatchUpdateVaultRequest()
                .withBody(new BatchUpdateVaultRequestBody().withVault(change)))
        .getUpdatedVaultsId();
  }
}
