package io.coffer.vault.inbound;

import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskStarted;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.contracts.vault.BackupCommand.RestoreBackup;
import io.coffer.contracts.vault.BackupCommand.UpdateBackup;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.VaultCommand.AddResources;
import io.coffer.contracts.vault.VaultCommand.CreateVault;
import io.coffer.contracts.vault.VaultCommand.DeleteVault;
import io.coffer.contracts.vault.VaultCommand.RemoveResources;
import io.coffer.contracts.vault.VaultCommand.UpdateVault;
import io.coffer.messaging.dispatch.Handlers;
import io.coffer.messaging.dispatch.Service;
import io.coffer.vault.association.RemoveResourcesHandler;
import io.coffer.vault.backup.DeleteBackupHandler;
import io.coffer.vault.backup.RestoreBackupHandler;
import io.coffer.vault.backup.UpdateBackupHandler;
import io.coffer.vault.checkpoint.CreateCheckpointHandler;
import io.coffer.vault.task.FinishTaskHandler;
import io.coffer.vault.vault.AddResourcesHandler;
import io.coffer.vault.vault.CreateVaultHandler;
import io.coffer.vault.vault.DeleteVaultHandler;
import io.coffer.vault.vault.UpdateVaultHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** vault-service as the plumbing sees it. */
@ApplicationScoped
class VaultService implements Service {

  private final Handlers handlers;

  VaultService(
      CreateVaultHandler createVault,
      UpdateVaultHandler updateVault,
      DeleteVaultHandler deleteVault,
      AddResourcesHandler addResources,
      RemoveResourcesHandler removeResources,
      CreateCheckpointHandler createCheckpoint,
      RestoreBackupHandler restoreBackup,
      DeleteBackupHandler deleteBackup,
      UpdateBackupHandler updateBackup,
      FinishTaskHandler finishTask) {
    this.handlers =
        new Handlers()
            .on(CreateVault.class, createVault)
            .on(UpdateVault.class, updateVault)
            .on(DeleteVault.class, deleteVault)
            .on(AddResources.class, addResources)
            .on(RemoveResources.class, removeResources)
            .on(CreateCheckpoint.class, createCheckpoint)
            .on(RestoreBackup.class, restoreBackup)
            .on(DeleteBackup.class, deleteBackup)
            .on(UpdateBackup.class, updateBackup)
            .on(TaskStarted.class, finishTask)
            .on(TaskSucceeded.class, finishTask)
            .on(TaskFailed.class, finishTask);
  }

  @Override
  public String name() {
    return "vault-service";
  }

  @Override
  public Handlers handlers() {
    return handlers;
  }
}
