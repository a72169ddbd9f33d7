package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.task.TaskProgress;
import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.contracts.vault.BackupCommand.RestoreBackup;
import io.coffer.contracts.vault.BackupCommand.UpdateBackup;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.OperationStarted;
import io.coffer.contracts.vault.BackupEvent.RestoreCompleted;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.CheckpointCommand.SkipCheckpoint;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.VaultCommand.DeleteVault;
import io.coffer.contracts.vault.VaultCommand.RemoveResources;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.contracts.work.WorkCommand.StartRestore;
import io.coffer.contracts.work.WorkCommand.StartVaultDelete;
import io.coffer.contracts.work.WorkCommand.VolumeTarget;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class BackupFlowIT extends Flow {

  private static final UUID POLICY = UUID.fromString("00000000-0000-4000-8000-0000000000f1");

  private final KnownResource server = Samples.server("s1-" + project, "s1-x");

  @Test
  void backsUpAndRestoresAServer() {
    UUID vaultId = vault(server);
    Wire.Outcome created = checkpoint(vaultId, server);
    assertThat(created.status()).isEqualTo(200);
    assertThat(created.body().at("/checkpoint/status").asText()).isEqualTo("protecting");
    assertThat(created.body().at("/checkpoint/vault/resources/0/resource_size").isTextual())
        .isTrue();
    StartBackup work = wire.await(StartBackup.class, 1).get(0);
    assertThat(work.volumes()).extracting(v -> v.volumeId()).hasSize(2);
    assertThat(work.incremental()).isFalse();
    assertThat(task(work.taskId()).getString("status")).isEqualTo("waiting");

    start(work.taskId());
    wire.await(OperationStarted.class, 1);
    assertThat(task(work.taskId()).getString("status")).isEqualTo("running");
    progress(work.taskId(), 40);
    progress(work.taskId(), 30);
    succeed(work.taskId(), "snap-1", 1000, 0);
    wire.await(BackupCompleted.class, 1);

    JsonPath log = task(work.taskId());
    assertThat(log.getString("status")).isEqualTo("success");
    assertThat(log.getInt("extra_info.common.progress")).isEqualTo(100);
    assertThat(log.getLong("extra_info.x_progress.stored_bytes")).isEqualTo(1000);
    JsonPath backup = read("/backups/" + work.backupId()).setRootPath("backup");
    assertThat(backup.getString("status")).isEqualTo("available");
    assertThat(backup.getString("protected_at")).endsWith("Z");
    assertThat(backup.getList("children.resource_id"))
        .containsExactly(server.facts().id() + "-a", server.facts().id() + "-b");
    assertThat(read("/vaults/" + vaultId).getInt("vault.billing.used")).isEqualTo(1);

    UUID job =
        send(new RestoreBackup(work.backupId(), List.of(), true, server.facts().id(), server));
    assertThat(wire.outcome(job).status()).isEqualTo(202);
    assertThat(wire.outcome(job).body().get("job_id").asText()).isEqualTo(job.toString());
    StartRestore restore = wire.await(StartRestore.class, 1).get(0);
    assertThat(restore.snapshotId()).isEqualTo("snap-1");
    assertThat(restore.volumes())
        .containsExactly(
            new VolumeTarget(server.facts().id() + "-a", server.facts().id() + "-a"),
            new VolumeTarget(server.facts().id() + "-b", server.facts().id() + "-b"));
    assertThat(read("/backups/" + work.backupId()).getString("backup.status"))
        .isEqualTo("restoring");
    assertThat(read("/vaults/" + vaultId).getString("vault.resources[0].protect_status"))
        .isEqualTo("restoring");
    assertThat(ask(new DeleteBackup(work.backupId(), "request")).errorCode())
        .isEqualTo("BackupService.6216");
    succeed(job, null, 0, 0);
    wire.await(RestoreCompleted.class, 1);
    assertThat(read("/backups/" + work.backupId()).getString("backup.status"))
        .isEqualTo("available");
    assertThat(task(job).getString("extra_info.restore.target_resource_id"))
        .isEqualTo(server.facts().id());
  }

  @Test
  void buildsOnTheNewestGoodBackup() {
    UUID vaultId = vault(server);
    finish(vaultId, "snap-1");
    finish(vaultId, "snap-2");
    checkpoint(vaultId, server);
    StartBackup third = wire.await(StartBackup.class, 3).get(2);
    assertThat(third.parentSnapshotId()).isEqualTo("snap-2");
    assertThat(third.incremental()).isTrue();
    succeed(third.taskId(), "snap-3", 1, 0);
    wire.await(BackupCompleted.class, 3);
    ask(
        new CreateCheckpoint(
            vaultId, "full", null, false, false, List.of(server.facts().id()), List.of(server), List.of(), null, null, null));
    assertThat(wire.await(StartBackup.class, 4).get(3).incremental()).isFalse();
  }

  @Test
  void leavesOutABusyResourceAndFreesItWhenItsBackupFails() {
    UUID vaultId = vault(server);
    Wire.Outcome first = checkpoint(vaultId, server);
    String checkpointId = first.body().at("/checkpoint/id").asText();
    StartBackup work = wire.await(StartBackup.class, 1).get(0);
    assertThat(checkpoint(vaultId, server).errorCode()).isEqualTo("BackupService.0001");
    assertThat(ask(new DeleteVault(vaultId)).errorCode()).isEqualTo("BackupService.6111");

    fail(work.taskId(), "BackupService.7000", 500);
    wire.await(BackupFailed.class, 1);
    assertThat(read("/checkpoints/" + checkpointId).getString("checkpoint.status"))
        .isEqualTo("error");
    assertThat(task(work.taskId()).getString("error_info.code")).isEqualTo("BackupService.7000");
    assertThat(read("/vaults/" + vaultId).getString("vault.resources[0].protect_status"))
        .isEqualTo("available");
    assertThat(checkpoint(vaultId, server).status()).isEqualTo(200);
  }

  @Test
  void deletesABackupAndItsCheckpointWithIt() {
    UUID vaultId = vault(server);
    UUID backupId = finish(vaultId, "snap-1");
    String checkpointId = read("/backups/" + backupId).getString("backup.checkpoint_id");
    String child = read("/backups/" + backupId).getString("backup.children[0].id");
    assertThat(ask(new DeleteBackup(UUID.fromString(child), "request")).errorCode())
        .isEqualTo("BackupService.6201");
    assertThat(ask(new UpdateBackup(backupId, "new")).body().at("/backup/name").asText())
        .isEqualTo("new");

    UUID command = send(new DeleteBackup(backupId, "request"));
    assertThat(wire.outcome(command).status()).isEqualTo(204);
    assertThat(ask(new DeleteBackup(backupId, "request")).status()).isEqualTo(204);
    StartDelete work = wire.await(StartDelete.class, 1).get(0);
    assertThat(work.taskId()).isEqualTo(command);
    succeed(command, null, 0, 900);
    wire.await(BackupDeleted.class, 1);
    get("/backups/" + backupId).then().statusCode(404);
    get("/backups/" + child).then().statusCode(404);
    get("/checkpoints/" + checkpointId).then().statusCode(404);
    assertThat(task(command).getString("extra_info.delete.backup_name")).isEqualTo("new");
  }

  @Test
  void dissociatesAResourceOnceItsBackupsAreGone() {
    UUID vaultId = vault(server);
    finish(vaultId, "snap-1");
    finish(vaultId, "snap-2");
    UUID removal = send(new RemoveResources(vaultId, List.of(server.facts().id())));
    assertThat(wire.outcome(removal).body().at("/remove_resource_ids/0").asText())
        .isEqualTo(server.facts().id());
    List<StartDelete> work = wire.await(StartDelete.class, 2);
    assertThat(read("/vaults/" + vaultId).getString("vault.resources[0].protect_status"))
        .isEqualTo("removing");
    succeed(work.get(0).taskId(), null, 0, 10);
    wire.await(BackupDeleted.class, 1);
    assertThat(task(removal).getInt("extra_info.common.progress")).isEqualTo(50);
    succeed(work.get(1).taskId(), null, 0, 10);
    wire.await(ResourcesRemoved.class, 1);
    assertThat(read("/vaults/" + vaultId).getList("vault.resources")).isEmpty();
    assertThat(task(removal).getString("operation_type")).isEqualTo("remove_resource");
    assertThat(task(removal).getString("status")).isEqualTo("success");
  }

  @Test
  void deletesAVaultWithAllThatIsInItButKeepsItsTasks() {
    UUID vaultId = vault(server);
    UUID backupId = finish(vaultId, "snap-1");
    UUID command = send(new DeleteVault(vaultId));
    assertThat(wire.outcome(command).status()).isEqualTo(204);
    assertThat(wire.await(StartVaultDelete.class, 1).get(0).taskId()).isEqualTo(command);
    assertThat(read("/vaults/" + vaultId).getString("vault.billing.status")).isEqualTo("deleting");
    assertThat(ask(new DeleteVault(vaultId)).status()).isEqualTo(204);
    assertThat(checkpoint(vaultId, server).errorCode()).isEqualTo("BackupService.6113");
    succeed(command, null, 0, 0);
    wire.await(VaultDeleted.class, 1);
    get("/vaults/" + vaultId).then().statusCode(404);
    get("/backups/" + backupId).then().statusCode(404);
    assertThat(task(command).getString("status")).isEqualTo("success");
    assertThat(task(command).getInt("extra_info.vault_delete.total_delete_count")).isEqualTo(1);
    assertThat(read("/operation-logs?vault_id=" + vaultId).getInt("count")).isEqualTo(2);
  }

  @Test
  void believesAWorkerOnce() {
    UUID vaultId = vault(server);
    checkpoint(vaultId, server);
    UUID task = wire.await(StartBackup.class, 1).get(0).taskId();
    succeed(task, "snap-1", 1000, 0);
    succeed(task, "snap-1", 1000, 0);
    start(task);
    fail(task, "BackupService.7000", 1);
    fail(UUID.randomUUID(), "BackupService.7000", 1);
    wire.await(BackupCompleted.class, 1);
    finish(vaultId, "snap-2");
    assertThat(wire.messages(BackupCompleted.class)).hasSize(2);
    assertThat(wire.messages(BackupFailed.class)).isEmpty();
    assertThat(task(task).getString("status")).isEqualTo("success");
  }

  @Test
  void endsEachResourceOfAFireInABackupOrInATaskThatSaysWhyThereIsNone() {
    UUID vaultId = vault(server);
    KnownResource gone = Samples.server("s2-" + project);
    Instant expiry = Samples.TIME.plus(Duration.ofDays(7));
    UUID first = send(fire(vaultId, expiry, server, gone));
    assertThat(wire.outcome(first).status()).isEqualTo(200);
    StartBackup work = wire.await(StartBackup.class, 1).get(0);
    JsonPath backup = read("/backups/" + work.backupId()).setRootPath("backup");
    assertThat(backup.getString("expired_at")).startsWith("2026-01-08T00:00:00.123");
    assertThat(backup.getBoolean("extend_info.auto_trigger")).isTrue();
    JsonPath stranger = task(DerivedId.task(first, gone.facts().id()));
    assertThat(stranger.getString("status")).isEqualTo("skipped");
    assertThat(stranger.getString("error_info.code")).isEqualTo("BackupService.6135");

    UUID second = send(fire(vaultId, null, server));
    assertThat(wire.outcome(second).status()).isEqualTo(204);
    JsonPath busy = task(DerivedId.task(second, server.facts().id()));
    assertThat(busy.getString("status")).isEqualTo("skipped");
    assertThat(busy.getString("error_info.code")).isEqualTo("BackupService.6203");
    assertThat(busy.getString("extra_info.resource.id")).isEqualTo(server.facts().id());

    UUID unknown = UUID.randomUUID();
    UUID third = send(fire(unknown, null, server));
    UUID fourth =
        send(
            new SkipCheckpoint(
                vaultId,
                List.of(
                    new SkippedResource(
                        server.facts().id(), server.facts().type(), "name", "code", "missed")),
                POLICY));
    wire.outcome(third);
    assertThat(wire.outcome(fourth).status()).isEqualTo(204);
    assertThat(task(DerivedId.task(third, server.facts().id())).getString("error_info.code"))
        .isEqualTo("BackupService.6105");
    assertThat(task(DerivedId.task(fourth, server.facts().id())).getString("error_info.message"))
        .isEqualTo("missed");
    assertThat(read("/operation-logs?status=skipped").getList("operation_logs.policy_id"))
        .containsOnly(POLICY.toString());
    assertThat(read("/operation-logs?status=skipped").getInt("count")).isEqualTo(4);
  }

  private CreateCheckpoint fire(UUID vaultId, Instant expiry, KnownResource... resources) {
    return new CreateCheckpoint(
        vaultId,
        null,
        null,
        true,
        true,
        Arrays.stream(resources).map(one -> one.facts().id()).toList(),
        List.of(resources),
        List.of(),
        Samples.TIME,
        expiry,
        POLICY);
  }

  private UUID finish(UUID vaultId, String snapshotId) {
    int before = wire.messages(StartBackup.class).size();
    assertThat(checkpoint(vaultId, server).status()).isEqualTo(200);
    StartBackup work = wire.await(StartBackup.class, before + 1).get(before);
    succeed(work.taskId(), snapshotId, 1000, 0);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> task(work.taskId()).getString("status").equals("success"));
    return work.backupId();
  }

  private void progress(UUID task, int percent) {
    wire.send(UUID.randomUUID(), new TaskProgress(task, percent, 100, percent, 1, next()), next());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> task(task).getInt("extra_info.common.progress") >= 40);
  }

  private JsonPath task(UUID id) {
    return read("/operation-logs/" + id).setRootPath("operation_log");
  }
}
