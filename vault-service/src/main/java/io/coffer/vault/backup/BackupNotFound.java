package io.coffer.vault.backup;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;
import io.coffer.owner.refusal.Refused;

/** A backup that is not there, or not this project's, which is told alike. */
final class BackupNotFound {

  private BackupNotFound() {}

  static Decision refusal(Object backupId) {
    return Decision.refuse(CbrError.BACKUP_NOT_FOUND, message(backupId));
  }

  static Refused refused(Object backupId) {
    return new Refused(CbrError.BACKUP_NOT_FOUND, message(backupId));
  }

  private static String message(Object backupId) {
    return "Backup " + backupId + " does not exist.";
  }
}
