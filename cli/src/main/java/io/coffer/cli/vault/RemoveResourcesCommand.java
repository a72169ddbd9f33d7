package io.coffer.cli.vault;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer vault remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Take servers or disks out of a vault, with their backups.")
final class RemoveResourcesCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(index = "0", paramLabel = "VAULT", description = "Id or name.")
  private String vault;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "RESOURCE")
  private List<String> ids;

  @Override
  public void run() {
    Vaults vaults = new Vaults(project.api());
    output.thing(vaults.remove(vaults.id(vault), ids));
  }
}
