package io.coffer.cli.bench;

import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffer bench fires}. */
@Command(
    name = "fires",
    mixinStandardHelpOptions = true,
    description =
        "Measure what it does to everybody else that a policy is due for many vaults at once. The"
            + " vaults that are made in the other project stay; all else is removed.")
final class BenchFiresCommand implements Callable<Integer> {

  @Mixin private ProjectOption project;

  @Option(
      names = "--other",
      paramLabel = "NAME",
      defaultValue = "region-2",
      description = "Where others ask meanwhile (default: ${DEFAULT-VALUE}).")
  private String other;

  @Option(
      names = "--vaults",
      paramLabel = "COUNT",
      defaultValue = "1000",
      description = "How many are due, at most 1000 (default: ${DEFAULT-VALUE}).")
  private int vaults;

  @Override
  public Integer call() throws Exception {
    if (vaults < 1 || vaults > 1000) {
      throw new IllegalArgumentException("--vaults is from 1 to 1000");
    }
    Stack stack = Stack.ofEnvironment();
    Api elsewhere = new Api(stack.credentials(), stack.credentials().project(other));
    new FiresBench(stack, project.api(), elsewhere, System.out).run(vaults);
    return 0;
  }
}
