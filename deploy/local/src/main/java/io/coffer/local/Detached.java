package io.coffer.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts processes that outlive this JVM and its terminal. */
public final class Detached {

  private Detached() {}

  /**
   * Starts a command in a session of its own, its output appended to a file.
   *
   * @param environment added to this JVM's environment
   * @return the command's own process: no shell or wrapper stands between
   */
  public static LocalProcess start(
      List<String> command, Map<String, String> environment, Path log) {
    List<String> whole = new ArrayList<>(command.size() + 1);
    whole.add("setsid"); // replaces itself, so the pid stays
    whole.addAll(command);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      ProcessBuilder builder =
          new ProcessBuilder(whole)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      return LocalProcess.find(process.pid())
          .orElseThrow(
              () -> new LocalStackException(command.get(0) + " ended at once; its log is " + log));
    } catch (IOException failed) {
      throw new LocalStackException("Cannot start " + command.get(0), failed);
    }
  }
}
