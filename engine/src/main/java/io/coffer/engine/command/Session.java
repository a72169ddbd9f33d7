package io.coffer.engine.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code session}: reads one command a line, and answers one JSON line each. */
final class Session {
  static final Syntax SYNTAX = Syntax.noWords("session", Repositories.OPTIONS);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> common;
  private final Repositories repositories = new Repositories();
  private final Output silent;
  private final PrintStream out;

  /**
   * @param words {@code session} at an index, and options that hold for all commands
   */
  Session(List<String> words, int at, PrintStream out) {
    Call.parse(SYNTAX, words, at);
    common = new ArrayList<>(words);
    common.remove(at);
    this.out = out;
    silent = new Output(out, new PrintStream(OutputStream.nullOutputStream()), Output.Style.SILENT);
  }

  int run(InputStream in) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          String command = line;
          Interruption.command(
              () -> {
                out.println(answer(command));
                out.flush();
              });
        }
      }
      return 0;
    } catch (IOException e) {
      return 1;
    }
  }

  private ObjectNode answer(String line) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("ok", true);
    try {
      List<String> words = new ArrayList<>(common);
      words.addAll(Words.split(line));
      int code = Call.of(words).run(repositories, silent, answer);
      repositories.warnings().forEach(answer.withArray("warnings")::add);
      if (code == 1) {
        answer.put("ok", false);
        answer.put("error", "errors were found");
      }
      return answer;
    } catch (RuntimeException | Error e) {
      return JSON.createObjectNode().put("ok", false).put("error", Failure.message(e));
    }
  }
}
