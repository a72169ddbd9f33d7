package io.coffer.cli.bill;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A bill as a file for other programs: all its lines, a row for each. */
enum BillExport {
  /** The fields of the API. */
  csv(Columns.ofTheApi()),
  /** The columns of the FinOps Open Cost and Usage Specification, version 1.1. */
  focus(FocusColumns.all());

  private final Map<String, BiFunction<JsonNode, JsonNode, String>> columns;

  BillExport(Map<String, BiFunction<JsonNode, JsonNode, String>> columns) {
    this.columns = columns;
  }

  /** The whole file. */
  String of(JsonNode bill) {
    StringBuilder file = new StringBuilder(Csv.line(List.copyOf(columns.keySet())));
    for (JsonNode line : bill.path("lines")) {
      List<String> row = new ArrayList<>();
      columns.values().forEach(column -> row.add(column.apply(bill, line)));
      file.append(Csv.line(row));
    }
    return file.toString();
  }
}
