package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coffer up}. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Start what is missing of the stack, and return when all of it is ready.",
    footer = {
      "",
      "Environment:",
      "  COFFER_HOME             where everything is kept (default: .coffer beside the launcher)",
      "  COFFER_PORT             port of the API (default: 8080, or the last one)",
      "  COFFER_WORKERS          how many backup workers run (default: 1, or as many as there are)",
      "  COFFER_WORKER_MB_PER_S  how fast a worker that is started now may read",
      "  COFFER_WEBHOOK_ALLOW    ranges that webhooks may go to besides public ones: 127.0.0.0/8",
      "  COFFER_MAIL_HOST        the server that takes mails, see docs/notifications.md",
      "  COFFER_RESTART          always (default) or never: whether what dies is started again",
      "  COFFER_MASTER_KEY_FILE  the sealing key, instead of keys/sealing.key in the home",
    })
public final class UpCommand implements Runnable {

  @Parameters(
      paramLabel = "PROCESS",
      arity = "0..*",
      description = "Only these, and the database and the broker they stand on (default: all).")
  private List<String> only = List.of();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    only.forEach(this::refuseUnknown);
    long start = System.nanoTime();
    Home home = Home.ofEnvironment();
    System.out.println("Starting Coffer in " + home.path());
    Credentials credentials =
        new StackStart(home, StackOptions.ofEnvironment(), Set.copyOf(only), System.out).run();
    System.out.printf(Locale.ROOT, "Ready after %.1f s.%n%n", (System.nanoTime() - start) / 1e9);
    System.out.println("  endpoint     " + credentials.endpoint());
    System.out.println("  credentials  " + home.credentials());
    System.out.println();
    System.out.println("Next: ./coffer demo, ./coffer vault list, ./coffer status, ./coffer down");
  }

  private void refuseUnknown(String name) {
    if (!Stack.isProcess(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no process " + name + "; there are " + String.join(", ", Stack.processes()));
    }
  }
}
