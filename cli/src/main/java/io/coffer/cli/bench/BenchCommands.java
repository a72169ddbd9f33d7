package io.coffer.cli.bench;

import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Command(
      name = "backup",
      mixinStandardHelpOptions = true,
      description =
          "Measure how long the first backup of a volume takes, beside the engine alone. The goal is"
              + " shown, but does not change the exit code; server, vaults and backups are removed.")
  void backup(
      @Mixin ProjectOption project,
      @Option(
              names = "--size",
              paramLabel = "MIB",
              defaultValue = "2048",
              description = "How large the volume is (default: ${DEFAULT-VALUE}).")
          long mebibytes,
      @Option(
              names = "--turns",
              paramLabel = "COUNT",
              defaultValue = "4",
              description = "How often; the first does not count (default: ${DEFAULT-VALUE}).")
          int turns)
      throws Exception {
    if (mebibytes < 1 || turns < 2) {
      throw new IllegalArgumentException("--size is at least 1 and --turns at least 2");
    }
    new BackupBench(Stack.ofEnvironment(), project.api(), System.out).run(mebibytes << 20, turns);
  }

  @Command(
      name = "fires",
      mixinStandardHelpOptions = true,
      description =
          "Measure what it does to everybody else that a policy is due for many vaults at once. The"
              + " vaults that are made in the other project stay; all else is removed.")
  void fires(
      @Mixin ProjectOption project,
      @Option(
              names = "--other",
              paramLabel = "NAME",
              defaultValue = "region-2",
              description = "Where others ask meanwhile (default: ${DEFAULT-VALUE}).")
          String other,
      @Option(
              names = "--vaults",
              paramLabel = "COUNT",
              defaultValue = "1000",
              description = "How many are due, at most 1000 (default: ${DEFAULT-VALUE}).")
          int vaults)
      throws Exception {
    if (vaults < 1 || vaults > 1000) {
      throw new IllegalArgumentException("--vaults is from 1 to 1000");
    }
    Stack stack = Stack.ofEnvironment();
    Api elsewhere = new Api(stack.credentials(), stack.credentials().project(other));
    new FiresBench(stack, project.api(), elsewhere, System.out).run(vaults);
  }
}
