package io.coffer.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Signals that a process inherits as ignored, as from {@code nohup}, Java goes on to ignore. */
final class Signals {
  /** What starts a command with the signals that end one as the system has them at first. */
  static final List<String> FOREGROUND = foreground();

  private static final long HUP_INT_TERM = 1 << 0 | 1 << 1 | 1 << 14;
  private static final String IGNORED = "SigIgn:";

  private Signals() {}

  private static List<String> foreground() {
    List<String> env = List.of("env", "--default-signal=HUP,INT,TERM");
    try {
      Process trial = new ProcessBuilder(env.get(0), env.get(1), "true").start();
      return trial.onExit().join().exitValue() == 0 ? env : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Fails where no signal reaches a process that is started so. */
  static void requireHeard() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (FOREGROUND.isEmpty() && line.startsWith(IGNORED)) {
        long ignored = Long.parseUnsignedLong(line.substring(IGNORED.length()).strip(), 16);
        assertThat(ignored & HUP_INT_TERM)
            .as("signals that are ignored here, which only coreutils 8.31 can reset")
            .isZero();
      }
    }
  }
}
