package io.coffer.cli.order;

import io.coffer.cli.rest.ProjectOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer order pay}. */
@Command(
    name = "pay",
    mixinStandardHelpOptions = true,
    description = "Pay orders from the balance, all or none.")
final class PayOrdersCommand implements Runnable {

  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "ORDER", arity = "1..*", description = "Their ids.")
  private List<String> orders;

  @Override
  public void run() {
    new Orders(project.api()).pay(orders);
  }
}
