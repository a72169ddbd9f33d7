package io.coffer.cli.vault;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.task.TaskWait;
import io.coffer.cli.task.WaitOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffer vault migrate}. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Move servers or disks to another vault, with their backups.")
final class MigrateResourcesCommand implements Callable<Integer> {

  @Mixin private ResourcesOfVault given;
  @Mixin private OutputOption output;
  @Mixin private WaitOption wait;

  @Option(
      names = "--to",
      paramLabel = "VAULT",
      required = true,
      description = "Where they move to: id or name.")
  private String destination;

  @Override
  public Integer call() {
    Api api = given.project.api();
    Vaults vaults = new Vaults(api);
    String from = vaults.id(given.vault);
    List<String> before = migrations(api, from);
    output.thing(vaults.migrate(from, vaults.id(destination), given.ids));
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
