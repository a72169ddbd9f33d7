package io.coffer.cli.backup;

import picocli.CommandLine.Command;

/** {@code coffer backup ...}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    subcommands = {
      ListBackupsCommand.class,
      ShowBackupCommand.class,
      RenameBackupCommand.class,
      DeleteBackupCommand.class,
      RestoreBackupCommand.class
    },
    description = "Work with backups: look at them, restore, delete.")
public final class BackupCommands {}
