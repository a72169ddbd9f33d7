package io.coffer.engine.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
  private final PrintStream err;
  private final Style style;

  Output(PrintStream out, PrintStream err, Style style) {
    this.out = out;
    this.err = err;
    this.style = style;
  }

  static Style style(Arguments arguments) {
    return arguments.has(JSON) ? Style.JSON : arguments.has(QUIET) ? Style.SILENT : Style.TEXT;
  }

  /** Whether JSON is asked for by a command line that may make no sense. */
  static boolean isJson(List<String> words) {
    String last =
        words.stream()
            .filter(word -> word.equals(JSON.name()) || word.startsWith(JSON.name() + "="))
            .reduce("", (before, word) -> word);
    return last.equals(JSON.name()) || Values.isTrue(last.substring(last.indexOf('=') + 1));
  }

  /** Whether something that was told has not arrived, on a full disk for instance. */
  boolean isLost() {
    return out.checkError();
  }

  boolean isJson() {
    return style == Style.JSON;
  }

  void line(String text) {
    if (style == Style.TEXT) {
      out.println(text);
    }
  }

  /** What the user had better know, though the command goes on. */
  void warning(String text) {
    err.println(
        isJson()
            ? JsonNodeFactory.instance
                .objectNode()
                .put("message_type", "warning")
                .put("message", text)
            : "warning: " + text);
  }

  void json(JsonNode node) {
    if (style == Style.JSON) {
      out.println(node);
      out.flush();
    }
  }
}
