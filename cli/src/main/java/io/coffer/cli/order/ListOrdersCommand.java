package io.coffer.cli.order;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffer order list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List orders.")
final class ListOrdersCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Option(
      names = "--status",
      paramLabel = "NUMBER",
      description = "Only these: 3 being fulfilled, 4 cancelled, 5 completed, 6 to be paid.")
  private Integer status;

  @Override
  public void run() {
    output.rows(
        new Orders(project.api()).list(status),
        "order_id",
        "order_type=type",
        "status",
        "amount_after_discount=amount",
        "currency",
        "create_time",
        "reason");
  }
}
