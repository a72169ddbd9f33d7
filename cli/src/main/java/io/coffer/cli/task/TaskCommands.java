package io.coffer.cli.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer task ...}: what runs and what ran. */
@Command(
    name = "task",
    mixinStandardHelpOptions = true,
    description = "Look at tasks: backups, restores, deletions.")
public final class TaskCommands {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the tasks of a project, newest first.")
  void list(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Option(names = "--status", description = "Only tasks in this state.") String status,
      @Option(names = "--vault", description = "Only tasks of this vault id.") String vault,
      @Option(names = "--type", description = "Only tasks of this kind.") String type) {
    String path =
        "/operation-logs?"
            + (status == null ? "" : "status=" + Api.query(status) + "&")
            + (vault == null ? "" : "vault_id=" + Api.query(vault) + "&")
            + (type == null ? "" : "operation_type=" + Api.query(type) + "&");
    List<JsonNode> tasks =
        project.api().list(path.substring(0, path.length() - 1), "operation_logs");
    output.rows(
        tasks,
        "id",
        "operation_type=type",
        "status",
        "extra_info.common.progress",
        "vault_name=vault",
        "started_at",
        "ended_at",
        "error_info.code=error");
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one task.")
  void show(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "ID") String id) {
    output.thing(project.api().get("/operation-logs/" + id).path("operation_log"));
  }

  @Command(
      name = "wait",
      mixinStandardHelpOptions = true,
      description = "Wait until a task is over; exit code 1 unless it succeeded.")
  int await(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "ID") String id) {
    TaskState state = new TaskWait(project.api()).forTask(id);
    output.thing(state.log());
    return WaitOption.exitCode(List.of(state));
  }
}
