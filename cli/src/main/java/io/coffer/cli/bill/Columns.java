package io.coffer.cli.bill;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Named columns of a row that is made of a bill and one of its lines. */
final class Columns {

  private final Map<String, BiFunction<JsonNode, JsonNode, String>> columns = new LinkedHashMap<>();

  /** The fields of the API under their own names, those of the bill first. */
  static Map<String, BiFunction<JsonNode, JsonNode, String>> ofTheApi() {
    Columns all = new Columns();
    for (String name : new String[] {"project_id", "month", "region", "currency"}) {
      all.ofBill(name, name);
    }
    for (String name :
        new String[] {
          "vault_id",
          "vault_name",
          "spec_code",
          "product_id",
          "product_name",
          "measure",
          "begins_at",
          "ends_at",
          "quantity",
          "unit",
          "unit_price",
          "amount",
          "package_id",
          "package_spec_code"
        }) {
      all.ofLine(name, name);
    }
    return all.map();
  }

  Columns ofBill(String name, String field) {
    return column(name, (bill, line) -> bill.path(field).asText(null));
  }

  Columns ofLine(String name, String field) {
    return column(name, (bill, line) -> line.path(field).asText(null));
  }

  Columns always(String name, String value) {
    return column(name, (bill, line) -> value);
  }

  Columns column(String name, BiFunction<JsonNode, JsonNode, String> value) {
    columns.put(name, value);
    return this;
  }

  Map<String, BiFunction<JsonNode, JsonNode, String>> map() {
    return columns;
  }
}
