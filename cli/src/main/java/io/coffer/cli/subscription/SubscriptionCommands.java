package io.coffer.cli.subscription;

import picocli.CommandLine.Command;

/** {@code coffer subscription ...}. */
@Command(
    name = "subscription",
    mixinStandardHelpOptions = true,
    subcommands = {
      ListSubscriptionsCommand.class,
      ShowSubscriptionCommand.class,
      CreateSubscriptionCommand.class,
      DeleteSubscriptionCommand.class,
      TestSubscriptionCommand.class,
      RedeliverCommand.class
    },
    description = "Work with subscriptions, which are told what goes wrong and what fills up.")
public final class SubscriptionCommands {}
