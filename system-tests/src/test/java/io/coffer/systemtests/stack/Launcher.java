package io.coffer.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end, with a deadline, and keeps what they print. */
public final class Launcher {

  private static final Duration DEADLINE = Duration.ofMinutes(5);

  private Launcher() {}

  /** Runs a command with these variables on top of this process's own. */
  public static Launched run(Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("launched", ".out");
      Path err = Files.createTempFile("launched", ".err");
      try {
        return new Launched(
            String.join(" ", command),
            exit(environment, command, out, err),
            Files.readString(out),
            Files.readString(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exit(Map<String, String> environment, List<String> command, Path out, Path err)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end; it printed " + Files.readString(out));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException(e);
    }
  }
}
