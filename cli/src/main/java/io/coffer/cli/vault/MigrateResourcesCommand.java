package io.coffer.cli.vault;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.task.TaskWait;
import io.coffer.cli.task.WaitOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer vault migrate}. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Move servers or disks to another vault, with their backups.")
final class MigrateResourcesCommand implements Callable<Integer> {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;
  @Mixin private WaitOption wait;

  @Parameters(index = "0", paramLabel = "VAULT", description = "Id or name.")
  private String vault;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "RESOURCE")
  private List<String> ids;

  @Option(
      names = "--to",
      paramLabel = "VAULT",
      required = true,
      description = "Where they move to: id or name.")
  private String destination;

  @Override
  public Integer call() {
    Api api = project.api();
    Vaults vaults = new Vaults(api);
    String from = vaults.id(vault);
    List<String> before = migrations(api, from);
    output.thing(vaults.migrate(from, vaults.id(destination), ids));
    if (!wait.isWanted()) {
      return 0;
    }
    TaskWait tasks = new TaskWait(api);
    return WaitOption.exitCode(
        migrations(api, from).stream()
            .filter(id -> !before.contains(id))
            .map(tasks::forTask)
            .toList());
  }

  private static List<String> migrations(Api api, String vault) {
    return api
        .list("/operation-logs?operation_type=copy&vault_id=" + vault, "operation_logs")
        .stream()
        .map(log -> log.path("id").asText())
        .toList();
  }
}
