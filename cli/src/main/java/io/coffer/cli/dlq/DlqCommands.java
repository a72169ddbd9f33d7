package io.coffer.cli.dlq;

import picocli.CommandLine.Command;

/** {@code coffer dlq ...}. */
@Command(
    name = "dlq",
    mixinStandardHelpOptions = true,
    subcommands = {ListDeadLettersCommand.class, RetryDeadLettersCommand.class},
    description = "Look after messages that no service could process.")
public final class DlqCommands {}
