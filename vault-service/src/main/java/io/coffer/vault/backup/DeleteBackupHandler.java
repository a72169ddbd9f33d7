package io.coffer.vault.backup;

import io.coffer.contracts.vault.BackupCommand;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deletes a backup. */
@ApplicationScoped
public class DeleteBackupHandler implements Handler<BackupCommand.DeleteBackup> {

  private final BackupStore backups;
  private final VaultStore vaults;
  private final OperationLogStore logs;

  DeleteBackupHandler(BackupStore backups, VaultStore vaults, OperationLogStore logs) {
    this.backups = backups;
    this.vaults = vaults;
    this.logs = logs;
  }

  @Override
  public Uni<Decision> decide(BackupCommand.DeleteBackup command, Envelope envelope) {
    return backups
        .of(envelope.project(), command.backupId())
        .chain(
            backup ->
                backup == null
                    ? Uni.createFrom().item(BackupNotFound.refusal(command.backupId()))
                    : decide(backup, command, envelope));
  }

  private Uni<Decision> decide(
      BackupRow backup, BackupCommand.DeleteBackup command, Envelope envelope) {
    return vaults
        .one(backup.vaultId)
        .chain(
            vault ->
                logs.runningOn(envelope.project(), List.of(backup.resourceId))
                    .map(
                        running ->
                            DeleteBackup.decide(
                                backup, vault.state(), running, command, envelope)));
  }
}
