package io.coffer.engine.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** Where a command tells what it does: lines for people or JSON lines for programs. */
final class Output {
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
