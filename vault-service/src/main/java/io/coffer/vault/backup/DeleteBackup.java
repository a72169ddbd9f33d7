package io.coffer.vault.backup;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.BackupCommand;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionStarted;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultVerb;
import java.util.List;

/** Whether a backup may go. A backup that failed goes the same way: parts of it may be stored. */
final class DeleteBackup {

  private DeleteBackup() {}

  /**
   * Decides.
   *
   * @param backup null when there is none
   * @param running tasks under way that touch the resource
   */
  static Decision decide(
      BackupRow backup,
      VaultState vault,
      List<OperationLogRow> running,
      BackupCommand.DeleteBackup command,
      Envelope envelope) {
    if (backup == null) {
      return BackupNotFound.refusal(command.backupId());
    }
    if (backup.parentId != null) {
      return refuse("It is a part of backup " + backup.parentId + ", with which it goes.");
    }
    if (backup.status == BackupStatus.deleting) {
      return Decision.nothing();
    }
    return VaultVerb.DELETE_BACKUP
        .refusal(vault)
        .orElseGet(() -> delete(backup, running, command, envelope));
  }

  private static Decision delete(
      BackupRow backup,
      List<OperationLogRow> running,
      BackupCommand.DeleteBackup command,
      Envelope envelope) {
    if (backup.status == BackupStatus.protecting) {
      return refuse("Backup " + backup.id + " is being made.");
    }
    for (OperationLogRow task : running) {
      if (task.operationType == OperationType.restore) {
        return Decision.refuse(
            CbrError.BACKUP_IN_USE,
            "Task " + task.id + " restores resource " + backup.resourceId + " or from it.");
      }
    }
    return Decision.accept(
            new BackupDeletionStarted(
                backup.vaultId,
                backup.id,
                envelope.id(),
                command.reason(),
                envelope.requestId(),
                envelope.time()))
        .and(new StartDelete(envelope.id(), backup.vaultId, backup.id, backup.snapshotId));
  }

  private static Decision refuse(String message) {
    return Decision.refuse(CbrError.BACKUP_CANNOT_BE_DELETED, message);
  }
}
