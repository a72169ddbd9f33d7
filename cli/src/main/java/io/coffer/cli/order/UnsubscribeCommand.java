package io.coffer.cli.order;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer order unsubscribe}. */
@Command(
    name = "unsubscribe",
    mixinStandardHelpOptions = true,
    description = "Delete something that was bought; days that are left are paid back.")
final class UnsubscribeCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "RESOURCE", description = "Its id.")
  private String resource;

  @Override
  public void run() {
    Bought.tell(output, new Bought(project.api()).unsubscribe(resource));
  }
}
