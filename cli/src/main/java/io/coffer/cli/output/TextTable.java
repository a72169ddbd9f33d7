package io.coffer.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows under titles, aligned; without titles when there are none. */
public record TextTable(List<String> titles, List<List<String>> rows) {

  /** Prints every row on a line of its own. */
  public void print(PrintStream out) {
    List<List<String>> lines = new ArrayList<>();
    if (!titles.isEmpty()) {
      lines.add(titles.stream().map(title -> title.toUpperCase(Locale.ROOT)).toList());
    }
    lines.addAll(rows);
    int[] widths = new int[lines.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        text.append(line.get(i));
        text.append(" ".repeat(widths[i] - line.get(i).length() + 2));
      }
      out.println(text.toString().stripTrailing());
    }
  }
}
