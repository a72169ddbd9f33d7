package io.coffer.cli.vault;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer vault summary}. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description = "Show capacity and use of all vaults together.")
final class SummarizeVaultsCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Override
  public void run() {
    output.thing(project.api().get("/vaults/summary"));
  }
}
