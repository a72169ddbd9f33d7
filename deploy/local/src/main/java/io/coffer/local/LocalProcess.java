package io.coffer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One process of this machine, told apart from a later one with the same pid by its start time.
 *
 * @param pid the process id
 * @param startTicks field 22 of {@code /proc/<pid>/stat}: clock ticks between boot and start
 */
public record LocalProcess(long pid, long startTicks) {

  private static final int STATE = 0;
  private static final int START_TICKS = 19;

  /** The process that has this pid now; empty when there is none or only its zombie is left. */
  public static Optional<LocalProcess> find(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      boolean dead = fields[STATE].equals("Z") || fields[STATE].equals("X");
      return dead
          ? Optional.empty()
          : Optional.of(new LocalProcess(pid, Long.parseLong(fields[START_TICKS])));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** All that live now and that this user may see. */
  public static Stream<LocalProcess> all() {
    return ProcessHandle.allProcesses().flatMap(handle -> find(handle.pid()).stream());
  }

  /** The JVM that asks. */
  public static LocalProcess current() {
    return find(ProcessHandle.current().pid()).orElseThrow();
  }

  /** Reads what {@link #toString()} wrote; empty when the text is not one. */
  public static Optional<LocalProcess> parse(String text) {
    String[] parts = text.strip().split("@");
    try {
      return parts.length == 2
          ? Optional.of(new LocalProcess(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
          : Optional.empty();
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  public boolean isAlive() {
    return find(pid).filter(this::equals).isPresent();
  }

  /** The command line with spaces between the arguments; empty when the process is gone. */
  public String commandLine() {
    try {
      return isAlive()
          ? Files.readString(Path.of("/proc", Long.toString(pid), "cmdline")).replace('\0', ' ')
          : "";
    } catch (IOException gone) {
      return "";
    }
  }

  /** Where it works; empty when it is gone or somebody else's. */
  public Optional<Path> workingDirectory() {
    try {
      return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")));
    } catch (IOException goneOrForeign) {
      return Optional.empty();
    }
  }

  /** Sends a signal by name ({@code TERM}, {@code INT}, {@code KILL}); no effect on a dead one. */
  public void signal(String name) {
    if (!isAlive()) {
      return;
    }
    try {
      new ProcessBuilder("bash", "-c", "kill -" + name + " " + pid + " 2>/dev/null")
          .start()
          .waitFor();
    } catch (IOException failed) {
      throw new LocalStackException("Cannot signal process " + pid, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the process is gone; false when it still lives after the given time. */
  public boolean awaitEnd(Duration limit) {
    return Patience.until(limit, () -> !isAlive());
  }

  /** Asks with one signal, and kills what has not ended within the given time. */
  public void end(String politeSignal, Duration patience) {
    signal(politeSignal);
    if (!awaitEnd(patience)) {
      signal("KILL");
      awaitEnd(Duration.ofSeconds(5));
    }
  }

  @Override
  public String toString() {
    return pid + "@" + startTicks;
  }
}
