package io.coffer.cli.bench;

import io.coffer.cli.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coffer bench api}. */
@Command(
    name = "api",
    mixinStandardHelpOptions = true,
    description =
        "Measure how quickly vaults are made. The goals are shown, but do not change the exit"
            + " code; the vaults stay in the project.")
final class BenchApiCommand implements Callable<Integer> {

  @Option(
      names = "--project",
      paramLabel = "NAME",
      defaultValue = "region-2",
      description = "Where the vaults are made (default: ${DEFAULT-VALUE}).")
  private String project;

  @Override
  public Integer call() throws Exception {
    Stack stack = Stack.ofEnvironment();
    new ApiBench(stack, System.out).run(stack.credentials().project(project));
    return 0;
  }
}
