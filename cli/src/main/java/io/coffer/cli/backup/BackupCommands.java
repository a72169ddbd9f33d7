package io.coffer.cli.backup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.task.TaskState;
import io.coffer.cli.task.TaskWait;
import io.coffer.cli.task.WaitOption;
import io.coffer.cli.vault.Vaults;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer backup ...}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Work with backups: look at them, restore, delete.")
public final class BackupCommands {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List backups, newest first.")
  void list(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Option(names = "--vault", description = "Only backups in this vault (id or name).")
          String vault,
      @Option(names = "--resource", description = "Only backups of this resource id.")
          String resource,
      @Option(names = "--checkpoint", description = "Only backups of this restore point.")
          String checkpoint) {
    String vaultId = vault == null ? null : new Vaults(project.api()).id(vault);
    output.rows(
        new Backups(project.api()).list(vaultId, resource, checkpoint),
        "id",
        "name",
        "status",
        "resource_name=resource",
        "resource_size=size_gb",
        "extend_info.incremental",
        "created_at");
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one backup.")
  void show(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "ID") String id) {
    output.thing(new Backups(project.api()).show(id));
  }

  @Command(name = "update", mixinStandardHelpOptions = true, description = "Rename a backup.")
  void update(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--name", required = true, description = "The new name.") String name) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Api api = project.api();
    output.thing(
        api.put(
                "/backups/" + id,
                nodes.objectNode().set("backup", nodes.objectNode().put("name", name)))
            .path("backup"));
  }

  @Command(name = "delete", mixinStandardHelpOptions = true, description = "Delete a backup.")
  int delete(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Mixin WaitOption wait,
      @Parameters(paramLabel = "ID") String id) {
    return finish(project, output, wait, new Backups(project.api()).delete(id));
  }

  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "Overwrite a server or disk with what a backup holds.")
  int restore(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Mixin WaitOption wait,
      @Parameters(paramLabel = "ID") String id,
      @Option(
              names = "--target",
              paramLabel = "ID",
              description = "The server or disk to overwrite (default: where it came from).")
          String target,
      @Option(
              names = "--map",
              paramLabel = "BACKUP=VOLUME",
              description = "Write the backup of one disk to this volume; may be repeated.")
          Map<String, String> volumes) {
    String task =
        new Backups(project.api()).restore(id, target, volumes == null ? Map.of() : volumes);
    return finish(project, output, wait, task);
  }

  private static int finish(
      ProjectOption project, OutputOption output, WaitOption wait, String task) {
    if (!wait.isWanted()) {
      output.thing(JsonNodeFactory.instance.objectNode().put("job_id", task));
      return 0;
    }
    TaskState state = new TaskWait(project.api()).forTask(task);
    output.thing(state.log());
    return WaitOption.exitCode(List.of(state));
  }
}
