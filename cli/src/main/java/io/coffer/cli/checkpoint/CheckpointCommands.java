package io.coffer.cli.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.task.TaskState;
import io.coffer.cli.task.TaskWait;
import io.coffer.cli.task.WaitOption;
import io.coffer.cli.vault.Vaults;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer checkpoint ...}. */
@Command(
    name = "checkpoint",
    mixinStandardHelpOptions = true,
    description = "Work with restore points: one backup of each resource.")
public final class CheckpointCommands {

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Back up what a vault protects.")
  int create(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Mixin WaitOption wait,
      @Parameters(paramLabel = "VAULT", description = "Id or name.") String vault,
      @Option(names = "--name", description = "Name of the backups.") String name,
      @Option(names = "--full", description = "Read everything instead of what changed.")
          boolean full,
      @Option(
              names = "--resource",
              paramLabel = "ID",
              description = "Only this server or disk; may be repeated.")
          List<String> resources) {
    String vaultId = new Vaults(project.api()).id(vault);
    Checkpoints checkpoints = new Checkpoints(project.api());
    JsonNode checkpoint =
        checkpoints.create(vaultId, name, !full, resources == null ? List.of() : resources);
    if (!wait.isWanted()) {
      output.thing(checkpoint);
      return 0;
    }
    String id = checkpoint.path("id").asText();
    List<TaskState> tasks = new TaskWait(project.api()).forCheckpoint(vaultId, id);
    output.thing(checkpoints.show(id));
    return WaitOption.exitCode(tasks);
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one restore point.")
  void show(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "ID") String id) {
    output.thing(new Checkpoints(project.api()).show(id));
  }
}
