package io.coffer.worker.job;

/** What waits for the vault that a running task has for itself. */
public enum VaultQueue {
  NOBODY,
  /** Backups or restores. */
  SHARERS,
  /** A deletion among them, which will have the vault for itself in its turn. */
  DELETION
}
