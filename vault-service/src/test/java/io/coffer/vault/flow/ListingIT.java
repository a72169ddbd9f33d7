package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ListingIT extends Flow {

  private final KnownResource server = Samples.server("l1-" + project);
  private final KnownResource other = Samples.server("l2-" + project);

  @Test
  void tellsWhichResourcesAVaultHasAndWhichOneABackupIsOf() {
    UUID vaultId = vault(server, other);
    assertThat(read("/vaults/" + vaultId + "/resource-ids").<String>getList(""))
        .containsExactlyInAnyOrder(server.facts().id(), other.facts().id());
    checkpoint(vaultId, server);
    UUID backup = wire.await(StartBackup.class, 1).get(0).backupId();
    await()
        .untilAsserted(
            () ->
                assertThat(get("/backups/" + backup + "/resource-id").asString())
                    .isEqualTo("\"" + server.facts().id() + "\""));
    for (String path : List.of("/vaults/%s/resource-ids", "/backups/%s/resource-id")) {
      get(path.formatted(UUID.randomUUID())).then().statusCode(404);
    }
  }

  @Test
  void listsBackupsAndTasksByEveryFilterAndInEveryOrder() {
    UUID vaultId = vault(server, other);
    checkpoint(vaultId, server, other);
    List<StartBackup> work = wire.await(StartBackup.class, 2);
    String good = work.get(0).backupId().toString();
    String bad = work.get(1).backupId().toString();
    succeed(work.get(0).taskId(), "snap-1", 90 * Samples.GB, 0);
    fail(work.get(1).taskId(), "BackupService.7000", 0);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> backups("?status=available&status=error").size() == 2);

    assertThat(backups("")).hasSize(2);
    assertThat(backups("?status=available")).containsExactly(good);
    assertThat(backups("?resource_id=" + other.facts().id())).containsExactly(bad);
    assertThat(backups("?resource_name=server " + server.facts().id())).containsExactly(good);
    assertThat(backups("?resource_type=OS::Nova::Server&vault_id=" + vaultId)).hasSize(2);
    assertThat(backups("?vault_id=" + UUID.randomUUID())).isEmpty();
    String checkpointId = read("/backups/" + good).getString("backup.checkpoint_id");
    assertThat(backups("?checkpoint_id=" + checkpointId + "&image_type=backup")).hasSize(2);
    assertThat(backups("?image_type=replication")).isEmpty();
    assertThat(backups("?image_type=replication&image_type=backup")).hasSize(2);
    assertThat(backups("?resource_type=OS::Cinder::Volume&resource_type=OS::Nova::Server"))
        .hasSize(2);
    assertThat(backups("?incremental=true")).isEmpty();
    assertThat(backups("?incremental=false")).hasSize(2);
    assertThat(backups("?own_type=shared")).isEmpty();
    assertThat(backups("?own_type=private&show_replication=true")).hasSize(2);
    assertThat(backups("?used_percent=90")).containsExactly(good);
    assertThat(backups("?used_percent=91")).isEmpty();
    assertThat(backups("?parent_id=" + good)).hasSize(2);
    assertThat(backups("?start_time=2026-01-01T00:00:00Z&end_time=2027-01-01T00:00:00Z"))
        .hasSize(2);
    assertThat(backups("?end_time=2025-01-01T00:00:00Z")).isEmpty();
    assertThat(read("/backups").getList("backups[0].children")).hasSize(2);

    for (String sort : List.of("status:asc", "status", "name,protected_at", "updated_at:asc,id")) {
      List<String> whole = backups("?sort=" + sort);
      assertThat(whole).as(sort).containsExactlyInAnyOrder(good, bad);
      assertThat(backups("?limit=1&sort=" + sort)).containsExactly(whole.get(0));
      assertThat(backups("?sort=" + sort + "&marker=" + whole.get(0)))
          .as(sort)
          .containsExactly(whole.get(1));
    }
    assertThat(backups("?sort=status:asc")).containsExactly(good, bad);
    get("/backups?sort=size").then().statusCode(400);

    assertThat(tasks("?status=success")).containsExactly(work.get(0).taskId().toString());
    assertThat(tasks("?operation_type=backup&vault_name=vault&vault_id=" + vaultId)).hasSize(2);
    assertThat(tasks("?operation_type=restore&operation_type=backup")).hasSize(2);
    assertThat(tasks("?resource_id=" + other.facts().id()))
        .containsExactly(work.get(1).taskId().toString());
    assertThat(tasks("?resource_name=server " + other.facts().id())).hasSize(1);
    assertThat(tasks("?provider_id=0daac4c5-6707-4851-97ba-169e36266b66")).hasSize(2);
    assertThat(tasks("?start_time=2026-01-01T00:00:00Z&enterprise_project_id=0")).hasSize(2);
    assertThat(tasks("?start_time=2030-01-01T00:00:00Z")).isEmpty();
    assertThat(tasks("?vault_id=x")).isEmpty();
    assertThat(tasks("?limit=1&offset=1")).hasSize(1);
    get("/operation-logs?operation_type=x").then().statusCode(400);
    assertThat(read("/vaults/summary").getInt("used_size")).isEqualTo(90);
  }

  private List<String> backups(String query) {
    return read("/backups" + query).getList("backups.id");
  }

  private List<String> tasks(String query) {
    return read("/operation-logs" + query).getList("operation_logs.id");
  }
}
