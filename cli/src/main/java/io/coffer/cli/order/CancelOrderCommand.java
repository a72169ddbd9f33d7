package io.coffer.cli.order;

import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer order cancel}. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = "Give up an order that is not paid.")
final class CancelOrderCommand implements Runnable {

  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "ORDER", description = "Its id.")
  private String order;

  @Override
  public void run() {
    new Orders(project.api()).cancel(order);
  }
}
