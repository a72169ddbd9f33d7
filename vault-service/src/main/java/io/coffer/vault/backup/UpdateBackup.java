package io.coffer.vault.backup;

import io.coffer.contracts.vault.BackupCommand;
import io.coffer.contracts.vault.BackupEvent.BackupRenamed;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;

/** Gives a backup another name. */
final class UpdateBackup {

  private UpdateBackup() {}

  static Decision decide(BackupRow backup, BackupCommand.UpdateBackup command, Envelope envelope) {
    if (backup == null) {
      return BackupNotFound.refusal(command.backupId());
    }
    if (command.name() == null || command.name().equals(backup.name)) {
      return Decision.nothing();
    }
    return Decision.accept(
        new BackupRenamed(backup.vaultId, backup.id, command.name(), envelope.time()));
  }
}
