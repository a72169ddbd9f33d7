package io.coffer.engine.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.EngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The engine's commands, for whoever has a command line to give. */
public final class EngineCommand {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Verb> VERBS =
      new TreeMap<>(
          Map.of(
              "init", new InitVerb(),
              "backup", new BackupVerb(),
              "snapshots", new SnapshotsVerb(),
              "restore", new RestoreVerb(),
              "forget", new ForgetVerb(),
              "prune", new PruneVerb(),
              "check", new CheckVerb(),
              "unlock", new UnlockVerb(),
              "bench", new BenchVerb()));

  private EngineCommand() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.in, System.out, System.err));
  }

  /**
   * Runs one command, or a session of them.
   *
   * @param arguments the verb with its options, or {@code session} with options that hold for all
   * @return the exit code: 0, 1 for a failure, 2 for a wrong command line, 3 for a backup that had
   *     to leave something out
   */
  public static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
    Repositories repositories = new Repositories();
    try {
      Arguments parsed = Arguments.parse(arguments);
      if (parsed.verb().equals("session")) {
        List<String> common = new ArrayList<>(arguments);
        common.remove("session");
        return session(common, repositories, in, out);
      }
      Output.Style style =
          parsed.has("--json")
              ? Output.Style.JSON
              : parsed.has("--quiet") ? Output.Style.SILENT : Output.Style.TEXT;
      return run(parsed, repositories, new Output(out, style), JSON.createObjectNode());
    } catch (UsageException e) {
      err.println(e.getMessage() + "\ncommands: " + String.join(", ", VERBS.keySet()));
      return 2;
    } catch (EngineException e) {
      err.println(e.getMessage());
      return 1;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      err.println(unexpected(e));
      return 1;
    } finally {
      out.flush();
    }
  }

  private static int run(
      Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Verb verb = VERBS.get(arguments.verb());
    if (verb == null) {
      throw new UsageException("unknown command " + arguments.verb());
    }
    return verb.run(arguments, repositories, output, answer);
  }

  private static int session(
      List<String> common, Repositories repositories, InputStream in, PrintStream out) {
    Output silent = new Output(out, Output.Style.SILENT);
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          out.println(answer(line, common, repositories, silent));
          out.flush();
        }
      }
      return 0;
    } catch (IOException e) {
      return 1;
    }
  }

  private static ObjectNode answer(
      String line, List<String> common, Repositories repositories, Output output) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("ok", true);
    try {
      List<String> words = new ArrayList<>(common);
      words.addAll(Words.split(line));
      int code = run(Arguments.parse(words), repositories, output, answer);
      if (code == 1) {
        answer.put("ok", false);
        answer.put("error", "errors were found");
      }
      return answer;
    } catch (EngineException e) {
      return failure(e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return failure(unexpected(e));
    }
  }

  private static String unexpected(Throwable failure) {
    return failure instanceof StackOverflowError
        ? "folders are nested too deep for the stack of this Java: give it more by -Xss"
        : "unexpected: " + failure;
  }

  private static ObjectNode failure(String message) {
    return JSON.createObjectNode().put("ok", false).put("error", message);
  }
}
