package io.coffer.cli.backup;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.vault.Vaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffer backup list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List backups, newest first.")
final class ListBackupsCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Option(names = "--vault", description = "Only backups in this vault (id or name).")
  private String vault;

  @Option(names = "--resource", description = "Only backups of this resource id.")
  private String resource;

  @Option(names = "--checkpoint", description = "Only backups of this restore point.")
  private String checkpoint;

  @Override
  public void run() {
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
}
