package io.coffer.gateway.backup;

import io.coffer.gateway.request.Check;

/** The body of PUT /backups/{backup_id} (table 4-122). */
record UpdateBackupBody(Backup backup) {

  record Backup(String name) {}

  /** The new name; null when the body changes nothing. */
  String name() {
    return backup == null ? null : Check.text("backup.name", backup.name(), 1, 255);
  }
}
