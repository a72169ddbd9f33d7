package io.coffer.cli.bench;

import picocli.CommandLine.Command;

/** {@code coffer bench ...}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {BenchApiCommand.class, BenchBackupCommand.class, BenchFiresCommand.class},
    description = "Measure a running stack.")
public final class BenchCommands {}
