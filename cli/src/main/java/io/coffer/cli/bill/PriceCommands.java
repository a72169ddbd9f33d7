package io.coffer.cli.bill;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffer price ...}. */
@Command(name = "price", mixinStandardHelpOptions = true, description = "See what things cost.")
public final class PriceCommands {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List all prices, those that hold no more too.")
  void list(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Option(names = "--region", description = "Only those of this region.") String region) {
    List<JsonNode> prices = new ArrayList<>();
    for (JsonNode price : project.api().get("/prices").path("prices")) {
      if (region == null || price.path("region").asText().equals(region)) {
        prices.add(price);
      }
    }
    output.rows(
        prices,
        "region",
        "spec_code=product",
        "charging_mode=mode",
        "period=per",
        "amount",
        "currency",
        "unit",
        "begins_at=from",
        "ends_at=until");
  }
}
