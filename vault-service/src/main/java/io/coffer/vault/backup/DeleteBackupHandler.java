package io.coffer.vault.backup;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.BackupCommand.DeleteBackup;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionStarted;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.coffer.vault.vault.VaultVerb;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whether a backup may go. A backup that failed goes the same way: parts of it may be stored. */
@ApplicationScoped
class DeleteBackupHandler implements Handler<DeleteBackup, DeleteBackupHandler.State> {

  private final BackupStore backups;
  private final VaultStore vaults;
  private final OperationLogStore logs;

  DeleteBackupHandler(BackupStore backups, VaultStore vaults, OperationLogStore logs) {
    this.backups = backups;
    this.vaults = vaults;
    this.logs = logs;
  }

  /**
   * What is known.
   *
   * @param running tasks under way that touch the resource
   */
  record State(BackupState backup, VaultState vault, List<OperationState> running) {}

  @Override
  public Uni<State> load(DeleteBackup command, Envelope envelope) {
    String project = envelope.project();
    return Loading.of(backups.state(project, command.backupId()))
        .then(backup -> vaults.state(project, backup.vaultId()))
        .then((backup, vault) -> logs.runningOn(project, List.of(backup.resourceId())))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, DeleteBackup command, Envelope envelope) {
    BackupState backup = state.backup();
    if (backup.parentId() != null) {
      return refuse("It is a part of backup " + backup.parentId() + ", with which it goes.");
    }
    if (backup.status() == BackupStatus.deleting) {
      return Decision.nothing();
    }
    return VaultVerb.DELETE_BACKUP
        .refusal(state.vault())
        .orElseGet(() -> delete(state, command, envelope));
  }

  @Override
  public Decision absent(DeleteBackup command) {
    return BackupNotFound.refusal(command.backupId());
  }

  private static Decision delete(State state, DeleteBackup command, Envelope envelope) {
    BackupState backup = state.backup();
    if (backup.status() == BackupStatus.protecting) {
      return refuse("Backup " + backup.id() + " is being made.");
    }
    for (OperationState task : state.running()) {
      if (task.type() == OperationType.restore) {
        return Decision.refuse(
            CbrError.BACKUP_IN_USE,
            "Task " + task.id() + " restores resource " + backup.resourceId() + " or from it.");
      }
      if (task.type() == OperationType.copy) {
        return Decision.refuse(
            CbrError.BACKUP_IN_USE,
            "Task " + task.id() + " moves resource " + backup.resourceId() + " to another vault.");
      }
    }
    return Decision.accept(
            new BackupDeletionStarted(
                backup.vaultId(),
                backup.id(),
                envelope.id(),
                command.reason(),
                envelope.requestId(),
                envelope.time()))
        .and(new StartDelete(envelope.id(), backup.vaultId(), backup.id(), backup.snapshotId()));
  }

  private static Decision refuse(String message) {
    return Decision.refuse(CbrError.BACKUP_CANNOT_BE_DELETED, message);
  }
}
