package io.coffer.cli.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.task.TaskState;
import io.coffer.cli.task.TaskWait;
import io.coffer.cli.task.WaitOption;
import io.coffer.cli.vault.Vaults;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer checkpoint create}. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = "Back up what a vault protects.")
final class CreateCheckpointCommand implements Callable<Integer> {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;
  @Mixin private WaitOption wait;

  @Parameters(paramLabel = "VAULT", description = "Id or name.")
  private String vault;

  @Option(names = "--name", description = "Name of the backups.")
  private String name;

  @Option(names = "--full", description = "Read everything instead of what changed.")
  private boolean full;

  @Option(
      names = "--resource",
      paramLabel = "ID",
      description = "Only this server or disk; may be repeated.")
  private List<String> resources;

  @Override
  public Integer call() {
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
}
