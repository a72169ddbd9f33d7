package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.task.TaskEvent.BackupCopy;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.MigrationEvent.MigrationCleared;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationFailed;
import io.coffer.contracts.vault.VaultCommand.DeleteVault;
import io.coffer.contracts.vault.VaultCommand.MigrateResources;
import io.coffer.contracts.vault.VaultCommand.RemoveResources;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.contracts.work.WorkCommand.StartMigration;
import io.coffer.contracts.work.WorkCommand.StoredBackup;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ResourceMigrationIT extends Flow {

  private static final int MB = 1 << 20;

  private final KnownResource server = Samples.server("m1-" + project);
  private final KnownResource other = Samples.server("m2-" + project);

  @Test
  void movesAResourceWithAllItsBackupsInOneMoment() {
    UUID from = vault(server, other);
    UUID into = vault();
    List<StartBackup> work = backUp(from);
    StartMigration move = migrate(from, into, server, 1);
    assertThat(move.backups())
        .containsExactly(new StoredBackup(work.get(0).backupId(), "snap-s", true));
    assertBusy(from, into, work.get(0));

    copied(move, "copy-s");
    wire.await(ResourceMigrated.class, 1);
    StartDelete clearing = wire.await(StartDelete.class, 1).get(0);
    assertThat(clearing.vaultId()).isEqualTo(from);
    assertThat(clearing.backupId()).isEqualTo(work.get(0).backupId());
    assertThat(task(move.taskId()).getString("status")).isEqualTo("success");
    assertThat(task(move.taskId()).getString("operation_type")).isEqualTo("copy");
    assertThat(task(clearing.taskId()).getString("status")).isEqualTo("waiting");
    JsonPath moved = read("/backups/" + work.get(0).backupId()).setRootPath("backup");
    assertThat(moved.getString("vault_id")).isEqualTo(into.toString());
    assertThat(moved.getList("children.vault_id")).containsOnly(into.toString());
    assertThat(resources(from)).containsExactly(other.facts().id());
    assertThat(resources(into)).containsExactly(server.facts().id());
    assertThat(used(from)).isEqualTo(8);
    assertThat(used(into)).isEqualTo(3);
    assertThat(read("/vaults/" + into).getString("vault.resources[0].protect_status"))
        .isEqualTo("available");
    assertThat(read("/vaults/" + into).getInt("vault.resources[0].backup_count")).isEqualTo(1);

    succeed(clearing.taskId(), null, 0, 5 * MB);
    wire.await(MigrationCleared.class, 1);
    assertThat(used(from)).isEqualTo(3);
    assertThat(task(clearing.taskId()).getString("status")).isEqualTo("success");
    checkpoint(into, server);
    assertThat(wire.await(StartBackup.class, 3).get(2).parentSnapshotId()).isEqualTo("copy-s");
  }

  @Test
  void restorePointsAreInOneVaultAndWholeAgainWhenTheLastOfTheirBackupsCame() {
    UUID from = vault(server, other);
    UUID into = vault();
    List<StartBackup> work = backUp(from);
    String point = checkpointOf(work.get(0));
    copied(migrate(from, into, server, 1), "copy-s");
    wire.await(ResourceMigrated.class, 1);
    String twin = checkpointOf(work.get(0));
    assertThat(twin).isNotEqualTo(point);
    assertThat(vaultOf(twin)).isEqualTo(into.toString());
    assertThat(vaultOf(point)).isEqualTo(from.toString());
    assertThat(checkpointOf(work.get(1))).isEqualTo(point);

    copied(migrate(from, into, other, 2), "copy-o");
    wire.await(ResourceMigrated.class, 2);
    get("/checkpoints/" + twin).then().statusCode(404);
    assertThat(vaultOf(point)).isEqualTo(into.toString());
    assertThat(read("/checkpoints/" + point).getList("checkpoint.vault.resources.id"))
        .containsExactlyInAnyOrder(server.facts().id(), other.facts().id());
    assertThat(checkpointOf(work.get(0))).isEqualTo(point);
  }

  @Test
  void leavesAllWhereItIsWhenTheCopyFails() {
    UUID from = vault(server, other);
    UUID into = vault();
    List<StartBackup> work = backUp(from);
    StartMigration move = migrate(from, into, server, 1);
    fail(move.taskId(), "BackupService.6401", 2 * MB);
    wire.await(ResourceMigrationFailed.class, 1);
    assertThat(task(move.taskId()).getString("status")).isEqualTo("failed");
    assertThat(task(move.taskId()).getString("error_info.code")).isEqualTo("BackupService.6401");
    assertThat(used(into)).isEqualTo(2);
    assertThat(resources(from)).contains(server.facts().id());
    assertThat(read("/backups/" + work.get(0).backupId()).getString("backup.status"))
        .isEqualTo("available");
    StartDelete clearing = wire.await(StartDelete.class, 1).get(0);
    assertThat(clearing.vaultId()).isEqualTo(into);
    succeed(clearing.taskId(), null, 0, 2 * MB);
    wire.await(MigrationCleared.class, 1);
    assertThat(used(into)).isZero();
    assertThat(ask(new DeleteVault(into)).status()).isEqualTo(204);
    checkpoint(from, server);
    assertThat(wire.await(StartBackup.class, 3).get(2).parentSnapshotId()).isEqualTo("snap-s");
  }

  private void assertBusy(UUID from, UUID into, StartBackup backup) {
    assertThat(read("/vaults/" + from).getString("vault.resources[0].protect_status"))
        .isEqualTo("removing");
    assertThat(ask(new DeleteBackup(backup.backupId(), "request")).errorCode())
        .isEqualTo("BackupService.6216");
    List<String> ids = List.of(server.facts().id());
    assertThat(ask(new RemoveResources(from, ids)).errorCode()).isEqualTo("BackupService.6134");
    assertThat(ask(new MigrateResources(from, into, ids)).errorCode())
        .isEqualTo("BackupService.6134");
    assertThat(ask(new DeleteVault(from)).errorCode()).isEqualTo("BackupService.6111");
    assertThat(ask(new DeleteVault(into)).errorCode()).isEqualTo("BackupService.6111");
  }

  /** One restore point of both servers, of 5 and 3 megabytes. */
  private List<StartBackup> backUp(UUID vaultId) {
    checkpoint(vaultId, server, other);
    List<StartBackup> work = wire.await(StartBackup.class, 2);
    succeed(work.get(0).taskId(), "snap-s", 5 * MB, 0);
    succeed(work.get(1).taskId(), "snap-o", 3 * MB, 0);
    over(work.get(0).taskId());
    over(work.get(1).taskId());
    return work;
  }

  private StartMigration migrate(UUID from, UUID into, KnownResource resource, int number) {
    List<String> ids = List.of(resource.facts().id());
    Wire.Outcome answer = ask(new MigrateResources(from, into, ids));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/migrated_resources/0").asText()).isEqualTo(ids.get(0));
    return wire.await(StartMigration.class, number).get(number - 1);
  }

  private void copied(StartMigration move, String snapshot) {
    UUID backup = move.backups().get(0).backupId();
    send(
        new TaskSucceeded(
            move.taskId(), null, 1, 3 * MB, 0, next(), List.of(new BackupCopy(backup, snapshot))));
  }

  private void over(UUID task) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> task(task).getString("status").equals("success"));
  }

  private String checkpointOf(StartBackup work) {
    return read("/backups/" + work.backupId()).getString("backup.checkpoint_id");
  }

  private String vaultOf(String point) {
    return read("/checkpoints/" + point).getString("checkpoint.vault.id");
  }

  private List<String> resources(UUID vaultId) {
    return read("/vaults/" + vaultId).getList("vault.resources.id");
  }

  private int used(UUID vaultId) {
    return read("/vaults/" + vaultId).getInt("vault.billing.used");
  }
}
