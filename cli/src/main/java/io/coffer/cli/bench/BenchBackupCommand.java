package io.coffer.cli.bench;

import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffer bench backup}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Measure how long the first backup of a volume takes, beside the engine alone. The goal is"
            + " shown, but does not change the exit code; server, vaults and backups are removed.")
final class BenchBackupCommand implements Callable<Integer> {

  @Mixin private ProjectOption project;

  @Option(
      names = "--size",
      paramLabel = "MIB",
      defaultValue = "2048",
      description = "How large the volume is (default: ${DEFAULT-VALUE}).")
  private long mebibytes;

  @Option(
      names = "--turns",
      paramLabel = "COUNT",
      defaultValue = "4",
      description = "How often; the first does not count (default: ${DEFAULT-VALUE}).")
  private int turns;

  @Override
  public Integer call() throws Exception {
    if (mebibytes < 1 || turns < 2) {
      throw new IllegalArgumentException("--size is at least 1 and --turns at least 2");
    }
    new BackupBench(Stack.ofEnvironment(), project.api(), System.out).run(mebibytes << 20, turns);
    return 0;
  }
}
