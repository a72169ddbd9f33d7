package io.coffer.cli;

import io.coffer.cli.backup.BackupCommands;
import io.coffer.cli.bench.BenchCommands;
import io.coffer.cli.bill.BillCommands;
import io.coffer.cli.bill.PriceCommands;
import io.coffer.cli.billing.BillingCommands;
import io.coffer.cli.checkpoint.CheckpointCommands;
import io.coffer.cli.cloud.CloudCommands;
import io.coffer.cli.dbom.DbomCommands;
import io.coffer.cli.demo.DemoCommand;
import io.coffer.cli.dlq.DlqCommands;
import io.coffer.cli.engine.EngineForward;
import io.coffer.cli.http.HttpClients;
import io.coffer.cli.order.AccountCommand;
import io.coffer.cli.order.OrderCommands;
import io.coffer.cli.policy.PolicyCommands;
import io.coffer.cli.replay.ReplayCommands;
import io.coffer.cli.stack.DownCommand;
import io.coffer.cli.stack.LogsCommand;
import io.coffer.cli.stack.StatusCommand;
import io.coffer.cli.stack.UpCommand;
import io.coffer.cli.subscription.SubscriptionCommands;
import io.coffer.cli.task.TaskCommands;
import io.coffer.cli.vault.VaultCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code coffer} command. */
@Command(
    name = "coffer",
    mixinStandardHelpOptions = true,
    description = "Back up servers and get them back: a Cloud Backup and Recovery service.",
    version = "coffer 0.1.0",
    sortOptions = false,
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      VaultCommands.class,
      CheckpointCommands.class,
      BackupCommands.class,
      TaskCommands.class,
      PolicyCommands.class,
      BillCommands.class,
      PriceCommands.class,
      SubscriptionCommands.class,
      OrderCommands.class,
      AccountCommand.class,
      DbomCommands.class,
      BillingCommands.class,
      DemoCommand.class,
      CloudCommands.class,
      ReplayCommands.class,
      DlqCommands.class,
      BenchCommands.class,
      EngineForward.class,
    },
    footer = {
      "",
      "Start here:",
      "  ./coffer demo              back up a server, damage it, get it back",
      "  ./coffer up                start Coffer on this machine; no Docker needed",
      "  ./coffer COMMAND --help    what a command takes",
    })
public final class Coffer implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Coffer());
    line.setExecutionExceptionHandler(new PlainErrors());
    line.setUsageHelpAutoWidth(true);
    // What is behind "engine" is the engine's to read, also a "--".
    line.getSubcommands().get("engine").getCommandSpec().parser().endOfOptionsDelimiter("\0");
    int code = line.execute(arguments);
    HttpClients.closeAll();
    System.exit(code);
  }
}
