package io.coffer.vault.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What other services are told of vaults and backups, and nothing more. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class OtherServicesIT extends Flow {

  private final KnownResource server = Samples.server("s1-" + project, "s1-x");

  @Test
  void learnWhatAVaultIs() {
    UUID id = vault(server);
    JsonPath forPolicies = read("/vaults/" + id + "/policy-facts");
    assertThat(forPolicies.getString("id")).isEqualTo(id.toString());
    assertThat(forPolicies.getString("status")).isEqualTo("available");
    assertThat(forPolicies.getString("objectType")).isEqualTo("server");
    JsonPath forOrders = read("/vaults/" + id + "/order-facts");
    assertThat(forOrders.getString("specCode")).isEqualTo("vault.backup.server.normal");
    assertThat(forOrders.getString("chargingMode")).isEqualTo("post_paid");
    for (String route : new String[] {"/policy-facts", "/order-facts"}) {
      assertThat(get("/vaults/" + UUID.randomUUID() + route).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void learnWhereABackupIsOnceSomethingIsInIt() {
    UUID id = vault(server);
    checkpoint(id, server);
    StartBackup work = wire.await(StartBackup.class, 1).get(0);
    String contents = "/backups/" + work.backupId() + "/contents";
    assertThat(get(contents).statusCode()).isEqualTo(400);
    assertThat(get(contents).jsonPath().getString("error_code")).isEqualTo("BackupService.6206");
    succeed(work.taskId(), "snap-1", 1000, 0);
    wire.await(BackupCompleted.class, 1);
    String volume = read("/backups/" + work.backupId()).getString("backup.children[0].id");
    for (String backup : new String[] {work.backupId().toString(), volume}) {
      JsonPath where = read("/backups/" + backup + "/contents");
      assertThat(where.getString("vaultId")).isEqualTo(id.toString());
      assertThat(where.getString("snapshotId")).isEqualTo("snap-1");
      assertThat(where.getString("resourceId")).isEqualTo(server.facts().id());
      assertThat(JsonPath.from(where.getString("backups")).getString("[0].id")).isEqualTo(backup);
    }
  }

  @Test
  void learnInWhichVaultAResourceIs() {
    UUID id = vault(server);
    String told =
        "{\"instances\":[{\"id\":\"%s\",\"protectable\":{\"result\":true}},{\"id\":\"other\"}]}";
    JsonPath answer =
        given()
            .header("Authorization", "Bearer " + ServiceStack.TOKEN)
            .contentType(ContentType.JSON)
            .body(told.formatted(server.facts().id()))
            .post("/internal/projects/" + project + "/protectables")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(answer.getBoolean("instances[0].protectable.result")).isTrue();
    assertThat(answer.getMap("instances[0].protectable.vault"))
        .isEqualTo(read("/vaults/" + id).getMap("vault"));
    assertThat(answer.getMap("instances[1]")).containsOnlyKeys("id");
  }
}
