package io.coffer.cli.vault;

import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer vault delete}. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = "Delete a vault with all backups in it.")
final class DeleteVaultCommand implements Runnable {

  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "VAULT", description = "Id or name.")
  private String vault;

  @Override
  public void run() {
    project.api().delete("/vaults/" + new Vaults(project.api()).id(vault));
  }
}
