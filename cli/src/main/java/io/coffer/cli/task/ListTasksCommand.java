package io.coffer.cli.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffer task list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the tasks of a project, newest first.")
final class ListTasksCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Option(names = "--status", description = "Only tasks in this state.")
  private String status;

  @Option(names = "--vault", description = "Only tasks of this vault id.")
  private String vault;

  @Option(names = "--type", description = "Only tasks of this kind.")
  private String type;

  @Override
  public void run() {
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
}
