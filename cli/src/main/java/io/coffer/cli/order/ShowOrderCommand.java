package io.coffer.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer order show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Show one order.")
final class ShowOrderCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "ORDER", description = "Its id.")
  private String order;

  @Override
  public void run() {
    JsonNode found = new Orders(project.api()).show(order);
    if (output.isJson()) {
      output.json(found);
      return;
    }
    output.thing(found.path("order_info"));
    output.rows(
        found.path("order_line_items"),
        "resource_name",
        "product_spec_desc=product",
        "resource_size=size",
        "period_num=periods",
        "period_type=of",
        "amount_after_discount=amount",
        "status",
        "error_msg=why",
        "resource_id");
  }
}
