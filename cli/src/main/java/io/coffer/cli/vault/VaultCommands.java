package io.coffer.cli.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.task.TaskWait;
import io.coffer.cli.task.WaitOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer vault ...}. */
@Command(
    name = "vault",
    mixinStandardHelpOptions = true,
    description = "Work with vaults, which hold backups.")
public final class VaultCommands {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the vaults of a project.")
  void list(@Mixin ProjectOption project, @Mixin OutputOption output) {
    output.rows(
        project.api().list("/vaults", "vaults"),
        "id",
        "name",
        "billing.object_type=protects",
        "billing.status=status",
        "billing.size=size_gb",
        "billing.used=used_mb",
        "created_at");
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one vault.")
  void show(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "VAULT", description = "Id or name.") String vault) {
    output.thing(new Vaults(project.api()).find(vault));
  }

  @Command(name = "create", mixinStandardHelpOptions = true, description = "Make a vault.")
  void create(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--size",
              paramLabel = "GB",
              defaultValue = "100",
              description = "Capacity (default: ${DEFAULT-VALUE}).")
          int sizeGb,
      @Option(
              names = "--type",
              paramLabel = "server|disk|turbo|workspace|vmware|rds|file",
              defaultValue = "server",
              description = "What it protects (default: ${DEFAULT-VALUE}).")
          String type,
      @Option(
              names = "--resource",
              paramLabel = "ID",
              description = "A server or disk to protect; may be repeated.")
          List<String> resources) {
    output.thing(
        new Vaults(project.api())
            .create(name, type, sizeGb, resources == null ? List.of() : resources));
  }

  @Command(
      name = "update",
      mixinStandardHelpOptions = true,
      description = "Rename or resize a vault.")
  void update(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "VAULT", description = "Id or name.") String vault,
      @Option(names = "--name", description = "The new name.") String name,
      @Option(names = "--size", paramLabel = "GB", description = "The new capacity.")
          Integer sizeGb) {
    Api api = project.api();
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    if (name != null) {
      change.put("name", name);
    }
    if (sizeGb != null) {
      change.putObject("billing").put("size", sizeGb);
    }
    JsonNode body = JsonNodeFactory.instance.objectNode().set("vault", change);
    output.thing(api.put("/vaults/" + new Vaults(api).id(vault), body).path("vault"));
  }

  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      description = "Delete a vault with all backups in it.")
  void delete(
      @Mixin ProjectOption project,
      @Parameters(paramLabel = "VAULT", description = "Id or name.") String vault) {
    project.api().delete("/vaults/" + new Vaults(project.api()).id(vault));
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Put servers or disks under the protection of a vault.")
  void add(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(index = "0", paramLabel = "VAULT", description = "Id or name.") String vault,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "RESOURCE") List<String> ids) {
    Vaults vaults = new Vaults(project.api());
    output.thing(vaults.add(vaults.find(vault), ids));
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Take servers or disks out of a vault, with their backups.")
  void remove(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(index = "0", paramLabel = "VAULT", description = "Id or name.") String vault,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "RESOURCE") List<String> ids) {
    Vaults vaults = new Vaults(project.api());
    output.thing(vaults.remove(vaults.id(vault), ids));
  }

  @Command(
      name = "migrate",
      mixinStandardHelpOptions = true,
      description = "Move servers or disks to another vault, with their backups.")
  int migrate(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Mixin WaitOption wait,
      @Parameters(index = "0", paramLabel = "VAULT", description = "Id or name.") String vault,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "RESOURCE") List<String> ids,
      @Option(
              names = "--to",
              paramLabel = "VAULT",
              required = true,
              description = "Where they move to: id or name.")
          String destination) {
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

  @Command(
      name = "summary",
      mixinStandardHelpOptions = true,
      description = "Show capacity and use of all vaults together.")
  void summary(@Mixin ProjectOption project, @Mixin OutputOption output) {
    output.thing(project.api().get("/vaults/summary"));
  }

  @Command(
      name = "recovery-kit",
      mixinStandardHelpOptions = true,
      description = "Print what the stock restic needs to read a vault without Coffer.")
  void recoveryKit(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "VAULT", description = "Id or name.") String vault) {
    Api api = project.api();
    output.thing(api.get("/vaults/" + new Vaults(api).id(vault) + "/x-recovery-kit"));
  }
}
