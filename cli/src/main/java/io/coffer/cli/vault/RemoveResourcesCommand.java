package io.coffer.cli.vault;

import io.coffer.cli.output.OutputOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer vault remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Take servers or disks out of a vault, with their backups.")
final class RemoveResourcesCommand implements Runnable {

  @Mixin private ResourcesOfVault given;
  @Mixin private OutputOption output;

  @Override
  public void run() {
    Vaults vaults = new Vaults(given.project.api());
    output.thing(vaults.remove(vaults.id(given.vault), given.ids));
  }
}
