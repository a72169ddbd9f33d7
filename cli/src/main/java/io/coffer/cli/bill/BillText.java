package io.coffer.cli.bill;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.TextTable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A bill that a person can read: what, when, how much, from which package. */
final class BillText {

  private static final int EYE = 3;

  private BillText() {}

  static String of(JsonNode bill) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
    String currency = bill.path("currency").asText();
    out.printf(
        "Bill of %s for project %s in %s%n",
        bill.path("month").asText(),
        bill.path("project_id").asText(),
        bill.path("region").asText());
    out.printf(
        "%s%n%n",
        bill.hasNonNull("closed_until")
            ? "Use until " + minute(bill.path("closed_until").asText())
            : "Nothing was used.");
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode line : bill.path("lines")) {
      rows.add(
          List.of(
              printable(line.path("vault_name").asText()),
              line.path("product_name").asText(line.path("spec_code").asText()),
              line.path("measure").asText(),
              minute(line.path("begins_at").asText()),
              minute(line.path("ends_at").asText()),
              new BigDecimal(line.path("quantity").asText())
                  .setScale(EYE, RoundingMode.HALF_EVEN)
                  .toPlainString(),
              line.path("unit_price").asText("-"),
              line.path("package_spec_code").asText("-"),
              line.path("amount").asText()));
    }
    rows.add(List.of("total", "", "", "", "", "", "", "", bill.path("total").asText()));
    new TextTable(
            List.of(
                "vault",
                "product",
                "what",
                "from",
                "until",
                "gb-hours",
                "price",
                "package",
                currency),
            rows)
        .print(out);
    return text.toString(StandardCharsets.UTF_8);
  }

  private static String minute(String time) {
    return time.substring(0, 16).replace('T', ' ');
  }

  /** A name is a tenant's: it moves no cursor. */
  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }
}
