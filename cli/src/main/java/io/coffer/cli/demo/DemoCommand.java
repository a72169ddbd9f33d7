package io.coffer.cli.demo;

import io.coffer.cli.cloud.Traces;
import io.coffer.cli.rest.Api;
import io.coffer.cli.stack.Credentials;
import io.coffer.cli.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coffer demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Back up a server, change it, damage it and get it back; exit code 0 only when the restored"
            + " bytes are the same.")
public final class DemoCommand implements Callable<Integer> {

  @Option(names = "--clean", description = "Remove what the last demo left, and nothing else.")
  private boolean clean;

  @Override
  public Integer call() throws Exception {
    Stack stack = Stack.ofEnvironment();
    System.out.println("Starting Coffer in " + stack.home().path());
    Credentials credentials = stack.up(System.out);
    Api api = new Api(credentials, credentials.project("region-1"));
    if (clean) {
      boolean removed = Traces.remove(Demo.traces(stack.home()), stack.home(), api);
      System.out.println(removed ? "Removed." : "There was nothing to remove.");
      return 0;
    }
    boolean equal = new Demo(stack.home(), api, System.out).run();
    System.out.println();
    if (!equal) {
      System.out.println("The restored bytes are NOT the ones that were backed up.");
      return 1;
    }
    System.out.println("Every byte is back. Try next:");
    System.out.println("  ./coffer backup list --vault demo");
    System.out.println("  ./coffer task list");
    System.out.println("  ./coffer vault recovery-kit demo    read it with restic, without Coffer");
    System.out.println("  ./coffer replay verify              rebuild the stores from Kafka");
    System.out.println("  ./coffer demo --clean               remove the demo's data");
    System.out.println("  ./coffer down                       stop everything; data stay");
    return 0;
  }
}
