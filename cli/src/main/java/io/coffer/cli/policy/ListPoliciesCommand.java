package io.coffer.cli.policy;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.vault.Vaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffer policy list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the policies of a project.")
final class ListPoliciesCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Option(names = "--type", paramLabel = "backup|replication", description = "Only these.")
  private String type;

  @Option(names = "--vault", description = "Only those applied to this vault, id or name.")
  private String vault;

  @Override
  public void run() {
    Api api = project.api();
    String vaultId = vault == null ? null : new Vaults(api).id(vault);
    output.rows(
        new Policies(api).list(type, vaultId),
        "id",
        "name",
        "operation_type=type",
        "enabled",
        "trigger.properties.pattern",
        "operation_definition=keeps");
  }
}
