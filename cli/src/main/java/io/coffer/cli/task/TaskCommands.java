package io.coffer.cli.task;

import picocli.CommandLine.Command;

/** {@code coffer task ...}: what runs and what ran. */
@Command(
    name = "task",
    mixinStandardHelpOptions = true,
    subcommands = {ListTasksCommand.class, ShowTaskCommand.class, WaitForTaskCommand.class},
    description = "Look at tasks: backups, restores, deletions.")
public final class TaskCommands {}
