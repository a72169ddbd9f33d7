package io.coffer.cli.vault;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer vault recovery-kit}. */
@Command(
    name = "recovery-kit",
    mixinStandardHelpOptions = true,
    description = "Print what the stock restic needs to read a vault without Coffer.")
final class PrintRecoveryKitCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "VAULT", description = "Id or name.")
  private String vault;

  @Override
  public void run() {
    Api api = project.api();
    output.thing(api.get("/vaults/" + new Vaults(api).id(vault) + "/x-recovery-kit"));
  }
}
