package io.coffer.cli.bill;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) that no spreadsheet takes for formulas. */
final class Csv {

  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /** One line, ended as the format wants it. Null is an empty field. */
  static String line(List<String> fields) {
    return fields.stream().map(Csv::field).collect(Collectors.joining(",")) + "\r\n";
  }

  /** Numbers are left alone: a minus sign in front of one makes no formula. */
  private static String field(String value) {
    if (value == null || value.isEmpty()) {
      return "";
    }
    boolean formula =
        FORMULA.indexOf(value.charAt(0)) >= 0 && !value.matches("-[0-9]+(\\.[0-9]+)?");
    String safe = formula ? "'" + value : value;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
