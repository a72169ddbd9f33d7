package io.coffer.cli.bench;

import io.coffer.cli.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coffer bench ...}. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measure a running stack.")
public final class BenchCommands {

  @Command(
      name = "api",
      mixinStandardHelpOptions = true,
      description =
          "Measure how quickly vaults are made. The goals are shown, but do not change the exit"
              + " code; the vaults stay in the project.")
  void api(
      @Option(
              names = "--project",
              paramLabel = "NAME",
              defaultValue = "region-2",
              description = "Where the vaults are made (default: ${DEFAULT-VALUE}).")
          String project)
      throws Exception {
    Stack stack = Stack.ofEnvironment();
    new ApiBench(stack, System.out).run(stack.credentials().project(project));
  }
}
