package io.coffer.cli.billing;

import picocli.CommandLine.Command;

/** {@code coffer billing ...}. */
@Command(
    name = "billing",
    mixinStandardHelpOptions = true,
    subcommands = {FreezeCommand.class, ThawCommand.class, TopUpCommand.class},
    description = "What the operator of a stack does with what its accounts bought.")
public final class BillingCommands {}
