package io.coffer.cli.vault;

import io.coffer.cli.output.OutputOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer vault add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Put servers or disks under the protection of a vault.")
final class AddResourcesCommand implements Runnable {

  @Mixin private ResourcesOfVault given;
  @Mixin private OutputOption output;

  @Override
  public void run() {
    Vaults vaults = new Vaults(given.project.api());
    output.thing(vaults.add(vaults.find(given.vault), given.ids));
  }
}
