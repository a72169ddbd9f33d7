package io.coffer.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer order ...}. */
@Command(
    name = "order",
    mixinStandardHelpOptions = true,
    description = "Look at what was ordered by month or year, and pay it.")
public final class OrderCommands {

  private static final String ORDERS = "/orders/customer-orders";

  @Command(name = "list", mixinStandardHelpOptions = true, description = "List orders.")
  void list(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Option(
              names = "--status",
              paramLabel = "NUMBER",
              description =
                  "Only these: 3 being fulfilled, 4 cancelled, 5 completed, 6 to be paid.")
          Integer status) {
    String filter = status == null ? "" : "&status=" + status;
    output.rows(
        named(project.api().ofDomain("GET", ORDERS + "?limit=1000" + filter, null)),
        "order_id",
        "order_type=type",
        "status",
        "amount_after_discount=amount",
        "currency",
        "create_time",
        "reason");
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one order.")
  void show(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "ORDER", description = "Its id.") String order) {
    JsonNode found = project.api().ofDomain("GET", ORDERS + "/details/" + Api.query(order), null);
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

  @Command(
      name = "pay",
      mixinStandardHelpOptions = true,
      description = "Pay orders from the balance, all or none.")
  void pay(
      @Mixin ProjectOption project,
      @Parameters(paramLabel = "ORDER", arity = "1..*", description = "Their ids.")
          List<String> orders) {
    project.api().ofDomain("POST", ORDERS + "/pay", body("order_id", String.join(",", orders)));
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Give up an order that is not paid.")
  void cancel(
      @Mixin ProjectOption project,
      @Parameters(paramLabel = "ORDER", description = "Its id.") String order) {
    project.api().ofDomain("PUT", ORDERS + "/cancel", body("order_id", order));
  }

  private static JsonNode body(String field, String value) {
    return JsonNodeFactory.instance.objectNode().put(field, value);
  }

  private static List<JsonNode> named(JsonNode page) {
    List<JsonNode> orders = new ArrayList<>();
    page.path("order_infos").forEach(orders::add);
    return orders;
  }
}
