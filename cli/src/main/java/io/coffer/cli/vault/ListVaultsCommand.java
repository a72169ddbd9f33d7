package io.coffer.cli.vault;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer vault list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the vaults of a project.")
final class ListVaultsCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Override
  public void run() {
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
}
