package io.coffer.cli.vault;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer vault show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Show one vault.")
final class ShowVaultCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "VAULT", description = "Id or name.")
  private String vault;

  @Override
  public void run() {
    output.thing(new Vaults(project.api()).find(vault));
  }
}
