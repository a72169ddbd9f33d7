package io.coffer.cli.checkpoint;

import picocli.CommandLine.Command;

/** {@code coffer checkpoint ...}. */
@Command(
    name = "checkpoint",
    mixinStandardHelpOptions = true,
    subcommands = {CreateCheckpointCommand.class, ShowCheckpointCommand.class},
    description = "Work with restore points: one backup of each resource.")
public final class CheckpointCommands {}
