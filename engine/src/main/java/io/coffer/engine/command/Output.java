package io.coffer.engine.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;

/** Where a command tells what it does: lines for people or JSON lines for programs. */
final class Output {
  private static final Option<Boolean> JSON = Option.toggle("--json");
  private static final Option<Boolean> QUIET = Option.toggle("--quiet", "-q");
  static final List<Option<?>> OPTIONS = List.of(JSON, QUIET);

  /** How the caller wants to be told. */
  enum Style {
    TEXT,
    JSON,
    SILENT
  }

  private final PrintStream out;
  private final Style style;

  Output(PrintStream out, Style style) {
    this.out = out;
    this.style = style;
  }

  static Style style(Arguments arguments) {
    return arguments.has(JSON) ? Style.JSON : arguments.has(QUIET) ? Style.SILENT : Style.TEXT;
  }

  boolean isJson() {
    return style == Style.JSON;
  }

  void line(String text) {
    if (style == Style.TEXT) {
      out.println(text);
    }
  }

  void json(JsonNode node) {
    if (style == Style.JSON) {
      out.println(node);
      out.flush();
    }
  }
}
