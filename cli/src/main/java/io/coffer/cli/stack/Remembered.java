package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.local.Detached;
import io.coffer.local.LocalProcess;
import io.coffer.local.PostgresServer;
import io.coffer.local.PostgresSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is needed to start a process again as it was, learnt from the system while it lives.
 *
 * @param process the one that was looked at
 * @param command its arguments; not needed of PostgreSQL
 */
record Remembered(StackProcess process, List<String> command, Map<String, String> environment) {

  /** Looks at a live process; empty when it is gone by then. */
  static Optional<Remembered> of(StackProcess process) {
    if (process.name().equals(Stack.POSTGRES)) {
      return Optional.of(new Remembered(process, List.of(), Map.of()));
    }
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    try {
      List<String> command = strings(proc.resolve("cmdline"));
      Map<String, String> environment =
          strings(proc.resolve("environ")).stream()
              .filter(entry -> entry.indexOf('=') > 0)
              .collect(
                  Collectors.toMap(
                      entry -> entry.substring(0, entry.indexOf('=')),
                      entry -> entry.substring(entry.indexOf('=') + 1),
                      (first, second) -> first));
      return process.process().isAlive() && !command.isEmpty()
          ? Optional.of(new Remembered(process, command, environment))
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Starts it with the same arguments, environment, port and log. */
  LocalProcess startAgain(Home home) {
    if (process.name().equals(Stack.POSTGRES)) {
      return new PostgresServer(
              new PostgresSettings(
                  home.postgresBinaries(),
                  home.postgresData(),
                  home.log(Stack.POSTGRES),
                  process.port(),
                  "",
                  true))
          .start();
    }
    home.emptyTemporary(process.name());
    return Detached.start(command, environment, home.path(), home.log(process.name()));
  }

  private static List<String> strings(Path file) throws IOException {
    String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return Arrays.asList(all.split("\0"));
  }
}
