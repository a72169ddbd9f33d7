package io.coffer.vault.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.contracts.vault.BackupCommand.UpdateBackup;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.VaultCommand.DeleteVault;
import io.coffer.contracts.vault.VaultCommand.RemoveResources;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.contracts.work.WorkCommand.StartVaultDelete;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.vault.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class DeletionFlowIT extends Flow {

  private final KnownResource server = Samples.server("s1-" + project, "s1-x");

  @Test
  void deletesABackupAndItsCheckpointWithIt() {
    UUID vaultId = vault(server);
    UUID backupId = backUp(vaultId, server, "snap-1");
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
    backUp(vaultId, server, "snap-1");
    backUp(vaultId, server, "snap-2");
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
    UUID backupId = backUp(vaultId, server, "snap-1");
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
}
