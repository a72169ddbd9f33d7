package io.coffer.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code -o} and what it decides: a table for people or JSON for programs. */
public final class OutputOption {

  /** The two ways to print. */
  public enum Format {
    table,
    json
  }

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table or json (default: ${DEFAULT-VALUE}).")
  private Format format;

  private final PrintStream out = System.out;

  public boolean isJson() {
    return format == Format.json;
  }

  /** Prints anything as JSON. */
  public void json(Object content) {
    try {
      out.println(JSON.writeValueAsString(content));
    } catch (JsonProcessingException failed) {
      throw new IllegalStateException("Cannot print", failed);
    }
  }

  /**
   * Prints the rows: as JSON whole, as a table only the columns. A column is a key, or a path with
   * dots, with {@code =title} behind it where the title differs from the last part of the path.
   */
  public void rows(Iterable<?> rows, String... columns) {
    if (isJson()) {
      json(rows);
      return;
    }
    List<List<String>> cells = new ArrayList<>();
    for (Object row : rows) {
      JsonNode node = JSON.valueToTree(row);
      List<String> line = new ArrayList<>();
      for (String column : columns) {
        line.add(cell(node, column.split("=")[0]));
      }
      cells.add(line);
    }
    new TextTable(List.of(columns).stream().map(OutputOption::title).toList(), cells).print(out);
  }

  /** Prints one thing: as JSON whole, for people line by line, with nested values left out. */
  public void thing(JsonNode thing) {
    if (isJson()) {
      json(thing);
      return;
    }
    List<List<String>> cells = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : thing.properties()) {
      JsonNode value = field.getValue();
      cells.add(
          List.of(
              field.getKey(),
              value.isArray() ? value.size() + " of them" : cell(thing, field.getKey())));
    }
    new TextTable(List.of(), cells).print(out);
  }

  private static String title(String column) {
    return column.substring(Math.max(column.lastIndexOf('.'), column.lastIndexOf('=')) + 1);
  }

  private static String cell(JsonNode row, String path) {
    JsonNode value = row;
    for (String key : path.split("\\.")) {
      value = value.path(key);
    }
    if (value.isMissingNode() || value.isNull()) {
      return "-";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
