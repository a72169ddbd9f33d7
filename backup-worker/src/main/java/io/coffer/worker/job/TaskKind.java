package io.coffer.worker.job;

import io.coffer.contracts.work.WorkCommand;

/** What there is to do. */
public enum TaskKind {
  BACKUP(false, WorkCommand.StartBackup.class),
  RESTORE(false, WorkCommand.StartRestore.class),
  DELETE(true, WorkCommand.StartDelete.class),
  MIGRATION(false, WorkCommand.StartMigration.class),
  VAULT_DELETE(true, WorkCommand.StartVaultDelete.class);

  private final boolean exclusive;
  private final Class<? extends WorkCommand> command;

  TaskKind(boolean exclusive, Class<? extends WorkCommand> command) {
    this.exclusive = exclusive;
    this.command = command;
  }

  /** Whether nothing else may run in the vaults meanwhile. */
  public boolean exclusive() {
    return exclusive;
  }

  /** The message that orders it. */
  public Class<? extends WorkCommand> command() {
    return command;
  }

  /** The kind that a message orders. */
  public static TaskKind of(WorkCommand command) {
    for (TaskKind kind : values()) {
      if (kind.command.isInstance(command)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of task for " + command.getClass());
  }
}
