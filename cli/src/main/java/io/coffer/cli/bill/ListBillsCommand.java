package io.coffer.cli.bill;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer bill list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the months that something was charged for.")
final class ListBillsCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Override
  public void run() {
    output.rows(project.api().get("/bills").path("bills"), "month", "total", "currency");
  }
}
