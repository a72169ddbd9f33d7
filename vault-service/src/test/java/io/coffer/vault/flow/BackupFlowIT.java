package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.task.TaskProgress;
import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.contracts.vault.BackupCommand.RestoreBackup;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.OperationStarted;
import io.coffer.contracts.vault.BackupEvent.RestoreCompleted;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.VaultCommand.DeleteVault;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartRestore;
import io.coffer.contracts.work.WorkCommand.VolumeTarget;
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
class BackupFlowIT extends Flow {

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
    backUp(vaultId, server, "snap-1");
    backUp(vaultId, server, "snap-2");
    checkpoint(vaultId, server);
    StartBackup third = wire.await(StartBackup.class, 3).get(2);
    assertThat(third.parentSnapshotId()).isEqualTo("snap-2");
    assertThat(third.incremental()).isTrue();
    succeed(third.taskId(), "snap-3", 1, 0);
    wire.await(BackupCompleted.class, 3);
    ask(
        new CreateCheckpoint(
            vaultId,
            "full",
            null,
            false,
            false,
            List.of(server.facts().id()),
            List.of(server),
            List.of(),
            null,
            null,
            null));
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
    backUp(vaultId, server, "snap-2");
    assertThat(wire.messages(BackupCompleted.class)).hasSize(2);
    assertThat(wire.messages(BackupFailed.class)).isEmpty();
    assertThat(task(task).getString("status")).isEqualTo("success");
  }

  private void progress(UUID task, int percent) {
    wire.send(UUID.randomUUID(), new TaskProgress(task, percent, 100, percent, 1, next()), next());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> task(task).getInt("extra_info.common.progress") >= 40);
  }
}
