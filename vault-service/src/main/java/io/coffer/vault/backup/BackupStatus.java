package io.coffer.vault.backup;

/** How a backup stands; constants are the values on the wire. */
public enum BackupStatus {
  available,
  protecting,
  deleting,
  restoring,
  error,
  waiting_protect,
  waiting_delete,
  waiting_restore
}
