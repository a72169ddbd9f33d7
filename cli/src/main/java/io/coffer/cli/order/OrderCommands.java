package io.coffer.cli.order;

import picocli.CommandLine.Command;

/** {@code coffer order ...}. */
@Command(
    name = "order",
    mixinStandardHelpOptions = true,
    subcommands = {
      ListOrdersCommand.class,
      ShowOrderCommand.class,
      PayOrdersCommand.class,
      CancelOrderCommand.class,
      ListBoughtCommand.class,
      RenewCommand.class,
      AutoRenewCommand.class,
      UnsubscribeCommand.class
    },
    description = "Look at what was ordered by month or year, and pay it.")
public final class OrderCommands {}
