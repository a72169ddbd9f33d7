package io.coffer.cli.vault;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer vault add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Put servers or disks under the protection of a vault.")
final class AddResourcesCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(index = "0", paramLabel = "VAULT", description = "Id or name.")
  private String vault;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "RESOURCE")
  private List<String> ids;

  @Override
  public void run() {
    Vaults vaults = new Vaults(project.api());
    output.thing(vaults.add(vaults.find(vault), ids));
  }
}
