package io.coffer.vault.operationlog;

/** What kind of work a task is; constants are the values on the wire. */
public enum OperationType {
  backup,
  copy,
  replication,
  restore,
  delete,
  sync,
  vault_delete,
  remove_resource,
  update_expiration_time
}
