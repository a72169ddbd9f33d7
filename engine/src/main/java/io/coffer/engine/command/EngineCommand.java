package io.coffer.engine.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.engine.tree.RawPath;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The engine's commands, for whoever has a command line to give. */
public final class EngineCommand {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int INCOMPLETE = 3;

  private EngineCommand() {}

  public static void main(String[] arguments) {
    System.exit(runProcess(List.of(arguments)));
  }

  /**
   * Runs the command that this process was started for: its arguments are read by their bytes, and
   * what is told is UTF-8, in every locale. It does not come back from a command that a signal
   * ends: then the exit code is that of the signal.
   *
   * @param arguments the last ones of the process, as the JVM decoded them
   */
  public static int runProcess(List<String> arguments) {
    Interruption.await();
    return runRaw(
        ProcessWords.of(arguments),
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }

  /**
   * Runs one command, or a session of them.
   *
   * @param arguments the verb with its options, or {@code session} with options that hold for all
   * @return the exit code: 0, 1 for a failure, 2 for a wrong command line, 3 if something had to be
   *     left out, be it the output
   */
  public static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
    return runRaw(arguments.stream().map(RawPath::ofText).toList(), in, out, err);
  }

  private static int runRaw(List<String> words, InputStream in, PrintStream out, PrintStream err) {
    Optional<String> help = Help.of(words);
    if (help.isPresent()) {
      out.println(help.get());
      return 0;
    }
    try {
      int at = Verbs.indexIn(words);
      if (words.get(at).equals(Session.SYNTAX.verb())) {
        return new Session(words, at, out).run(in);
      }
    } catch (UsageException e) {
      return failed(USAGE, e.getMessage(), words, err);
    }
    AtomicInteger code = new AtomicInteger();
    Interruption.command(() -> code.set(runOne(words, out, err)));
    return code.get();
  }

  private static int runOne(List<String> words, PrintStream out, PrintStream err) {
    try {
      Call call = Call.of(words);
      Output output = new Output(out, err, Output.style(call.arguments()));
      Repositories repositories = new Repositories();
      int code = call.run(repositories, output, JSON.createObjectNode());
      if (code != FAILED) {
        repositories.warnings().forEach(output::warning);
      }
      return code == 0 && output.isLost()
          ? failed(INCOMPLETE, "all is done, but the output of it cannot be written", words, err)
          : code;
    } catch (UsageException e) {
      return failed(USAGE, e.getMessage(), words, err);
    } catch (RuntimeException | Error e) {
      return Interruption.isRequested()
          ? failed(Interruption.EXIT_CODE, "interrupted", words, err)
          : failed(FAILED, Failure.message(e), words, err);
    } finally {
      out.flush();
    }
  }

  private static int failed(int code, String message, List<String> words, PrintStream err) {
    err.println(
        Output.isJson(words) // whether or not the rest can be read
            ? JSON.createObjectNode()
                .put("message_type", "exit_error")
                .put("code", code)
                .put("message", message)
            : message);
    return code;
  }
}
