package io.coffer.engine.command;

import io.coffer.engine.CancelledException;
import io.coffer.engine.EngineException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A program that tells the password. */
final class PasswordCommand {
  private static final File NOTHING = new File("/dev/null");

  private PasswordCommand() {}

  /**
   * What it prints, one char per byte.
   *
   * @param raw its name and words, as in a shell
   */
  static String run(String raw) {
    List<String> words = Words.split(raw);
    if (words.isEmpty()) {
      throw new UsageException("the password command is empty");
    }
    try {
      Process process = start(words);
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int code = process.waitFor();
      if (code != 0) {
        throw new EngineException("the password command failed with exit code " + code);
      }
      return output;
    } catch (IOException e) {
      throw new EngineException("the password command cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /** Words that are not ASCII reach a program by their bytes through a shell only. */
  private static Process start(List<String> words) throws IOException {
    boolean isAscii = words.stream().allMatch(word -> word.chars().allMatch(c -> c < 128));
    ProcessBuilder builder = isAscii ? new ProcessBuilder(words) : new ProcessBuilder("sh");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    if (isAscii) {
      return builder.redirectInput(NOTHING).start();
    }
    Process shell = builder.start();
    try (OutputStream script = shell.getOutputStream()) {
      script.write(script(words).getBytes(StandardCharsets.ISO_8859_1));
    }
    return shell;
  }

  private static String script(List<String> words) {
    return words.stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" ", "exec ", " < " + NOTHING + "\n"));
  }
}
