package io.coffer.cli.bill;

import picocli.CommandLine.Command;

/** {@code coffer bill ...}. */
@Command(
    name = "bill",
    mixinStandardHelpOptions = true,
    subcommands = {ListBillsCommand.class, ShowBillCommand.class, ExportBillCommand.class},
    description = "See what a project is charged for what it uses.")
public final class BillCommands {}
