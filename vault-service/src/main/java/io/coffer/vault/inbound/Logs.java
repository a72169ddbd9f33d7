package io.coffer.vault.inbound;

import io.coffer.vault.backup.BackupRow;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.vault.VaultRow;

/** What a task's log takes from the vault and the backup it is about, and keeps beyond them. */
final class Logs {

  private Logs() {}

  static OperationLogRow of(VaultRow vault, OperationType type) {
    OperationLogRow log = new OperationLogRow();
    log.operationType = type;
    log.projectId = vault.projectId;
    log.vaultId = vault.id;
    log.vaultName = vault.name;
    log.enterpriseProjectId = vault.enterpriseProjectId;
    log.providerId = vault.providerId();
    return log;
  }

  static OperationLogRow of(VaultRow vault, BackupRow backup, OperationType type) {
    OperationLogRow log = of(vault, type);
    log.checkpointId = backup.checkpointId;
    log.backupId = backup.id;
    log.backupName = backup.name;
    log.resourceId = backup.resourceId;
    log.resourceType = backup.resourceType;
    log.resourceName = backup.resourceName;
    return log;
  }
}
