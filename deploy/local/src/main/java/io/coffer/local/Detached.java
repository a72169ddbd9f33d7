package io.coffer.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts processes that outlive this JVM and its terminal, and are the same whoever starts them:
 * language, encoding and time zone of the caller do not reach them.
 */
public final class Detached {

  private static final String SETSID = "setsid";
  private static final Duration REPLACED_WITHIN = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofMillis(1);
  private static final long LONG_LOG_BYTES = 32 << 20;
  private static final Map<String, String> SAME_EVERYWHERE =
      Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC");
  private static final Set<String> OF_THE_CALLER = Set.of("LANGUAGE", "_JAVA_OPTIONS");

  private Detached() {}

  /**
   * Starts a command in a session of its own, its output appended to a file; a file that became
   * long is set aside as {@code .1} first.
   *
   * @param environment added to this JVM's environment
   * @return the command's own process: no shell or wrapper stands between, and its command line is
   *     what whoever looks for it finds
   */
  public static LocalProcess start(
      List<String> command, Map<String, String> environment, Path log) {
    return start(command, environment, Path.of("/"), log);
  }

  /** The same in a directory; the others keep none from being unmounted. */
  public static LocalProcess start(
      List<String> command, Map<String, String> environment, Path directory, Path log) {
    List<String> whole = new ArrayList<>(command.size() + 1);
    whole.add(SETSID); // replaces itself, so the pid stays
    whole.addAll(command);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      setAsideIfLong(log);
      ProcessBuilder builder =
          new ProcessBuilder(whole)
              .directory(directory.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("PG") || OF_THE_CALLER.contains(name));
      builder.environment().putAll(SAME_EVERYWHERE);
      builder.environment().putAll(environment);
      Process process = builder.start();
      LocalProcess started =
          LocalProcess.find(process.pid())
              .orElseThrow(
                  () ->
                      new LocalStackException(
                          command.get(0) + " ended at once; its log is " + log));
      awaitCommand(started);
      return started;
    } catch (IOException failed) {
      throw new LocalStackException(
          "Cannot start " + command.get(0) + ": " + WholeFile.reason(failed), failed);
    }
  }

  /** While a process replaces itself it has another command line, or for a moment none. */
  private static void awaitCommand(LocalProcess process) {
    long end = System.nanoTime() + REPLACED_WITHIN.toNanos();
    String line = process.commandLine();
    while ((line.isEmpty() || line.startsWith(SETSID + " "))
        && process.isAlive()
        && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL.toNanos());
      line = process.commandLine();
    }
  }

  private static void setAsideIfLong(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LONG_LOG_BYTES) {
      Files.move(
          log,
          log.resolveSibling(log.getFileName() + ".1"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
