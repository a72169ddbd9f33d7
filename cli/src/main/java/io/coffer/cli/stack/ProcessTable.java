package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.local.LocalProcess;
import io.coffer.local.LocalStackException;
import io.coffer.local.PostgresServer;
import io.coffer.local.PostgresSettings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What runs of a stack, read from the system itself: every JVM of a stack carries its name, home,
 * port and build on its command line, and PostgreSQL writes its pid into its data directory. So
 * nothing is lost with a file, and a pid that means another program by now is never mistaken.
 */
final class ProcessTable {

  private final Home home;

  ProcessTable(Home home) {
    this.home = home;
  }

  /** The marks that {@link #running()} recognizes a JVM by. */
  static List<String> marks(Home home, String name, int port, String build, String wiring) {
    return List.of(
        "-Dstack.home=" + home.path(),
        "-Dstack.process=" + name,
        "-Dstack.port=" + port,
        "-Dstack.build=" + build,
        "-Dstack.wiring=" + wiring);
  }

  /** All live processes of this stack: PostgreSQL and Kafka first, then the services by name. */
  List<StackProcess> running() {
    List<StackProcess> found = new ArrayList<>();
    postgres().ifPresent(found::add);
    List<StackProcess> machines = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path entry : all) {
        machine(entry).ifPresent(machines::add);
      }
    } catch (IOException failed) {
      throw new LocalStackException("Cannot list the processes of this machine", failed);
    }
    machines.sort(
        Comparator.comparing((StackProcess p) -> !p.name().equals(Stack.KAFKA))
            .thenComparing(p -> StackService.ofProcess(p.name()).map(Enum::ordinal).orElse(0))
            .thenComparing(StackProcess::name));
    found.addAll(machines);
    return found;
  }

  /** The process of this name, if it runs. */
  Optional<StackProcess> find(String name) {
    return running().stream().filter(process -> process.name().equals(name)).findFirst();
  }

  private Optional<StackProcess> postgres() {
    PostgresSettings settings =
        new PostgresSettings(
            home.postgresBinaries(), home.postgresData(), home.log(Stack.POSTGRES), 0, "", true);
    PostgresServer server = new PostgresServer(settings);
    return server
        .running()
        .map(process -> new StackProcess(Stack.POSTGRES, process, server.portInUse()));
  }

  private Optional<StackProcess> machine(Path entry) {
    try {
      List<String> arguments = List.of(Files.readString(entry.resolve("cmdline")).split("\0", -1));
      if (!arguments.contains("-Dstack.home=" + home.path())) {
        return Optional.empty();
      }
      Optional<LocalProcess> process =
          LocalProcess.find(Long.parseLong(entry.getFileName().toString()));
      Optional<String> name = mark(arguments, "-Dstack.process=");
      Optional<Integer> port = mark(arguments, "-Dstack.port=").map(Integer::parseInt);
      if (process.isEmpty() || name.isEmpty() || port.isEmpty()) {
        return Optional.empty();
      }
      String build = mark(arguments, "-Dstack.build=").orElse("");
      String wiring = mark(arguments, "-Dstack.wiring=").orElse("");
      return Optional.of(new StackProcess(name.get(), process.get(), port.get(), build, wiring));
    } catch (IOException | NumberFormatException goneOrForeign) {
      return Optional.empty();
    }
  }

  private static Optional<String> mark(List<String> arguments, String prefix) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(prefix))
        .map(argument -> argument.substring(prefix.length()))
        .findFirst();
  }
}
