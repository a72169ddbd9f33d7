package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import io.coffer.local.LocalStackException;
import io.coffer.local.Patience;
import io.coffer.local.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The ports of a stack, kept over restarts: the gateway's is asked for, the others were free when
 * they were first needed.
 */
final class PortBook {

  static final String KAFKA_CONTROLLER = "kafka-controller";
  private static final int DEFAULT_GATEWAY_PORT = 8080;

  private static final Duration PASSING = Duration.ofSeconds(2);

  private final Home home;
  private final Map<String, Integer> ports;

  /** The content of the file. */
  private record Book(Map<String, Integer> ports) {
    Book {
      Objects.requireNonNull(ports, "ports");
    }
  }

  private PortBook(Home home, Map<String, Integer> ports) {
    this.home = home;
    this.ports = ports;
  }

  /** Reads the book; what a damaged one said of processes that run is told by those. */
  static PortBook open(Home home, List<StackProcess> running) {
    Map<String, Integer> known = new TreeMap<>();
    JsonFile.readIfWhole(home.portsFile(), Book.class)
        .ifPresentOrElse(
            book -> known.putAll(book.ports()),
            () -> {
              JsonFile.readIfWhole(home.credentials(), Credentials.class)
                  .ifPresent(
                      c ->
                          known.put(
                              StackService.API_GATEWAY.processName(),
                              URI.create(c.endpoint()).getPort()));
              running.forEach(process -> known.put(process.name(), process.port()));
            });
    known.values().removeIf(port -> port == null || !isPort(port));
    return new PortBook(home, known);
  }

  /** The gateway's port: the wanted one, else the one it had, else 8080. */
  int gateway(String wanted) {
    int port;
    try {
      port =
          wanted == null || wanted.isBlank()
              ? ports.getOrDefault(StackService.API_GATEWAY.processName(), DEFAULT_GATEWAY_PORT)
              : Integer.parseInt(wanted.strip());
    } catch (NumberFormatException notANumber) {
      throw new LocalStackException("COFFER_PORT is not a port: " + wanted);
    }
    if (!isPort(port)) {
      throw new LocalStackException("COFFER_PORT is not a port: " + port);
    }
    put(StackService.API_GATEWAY.processName(), port);
    return port;
  }

  /**
   * The port of a process; a new one when there is none yet, or when a stranger took it.
   *
   * @param isOurs whether the process that should listen there is running
   */
  int get(String process, Predicate<String> isOurs) {
    Integer known = ports.get(process);
    if (known == null || (!isOurs.test(process) && !becomesFree(known))) {
      put(process, unused());
    }
    return ports.get(process);
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= 65535;
  }

  private static boolean becomesFree(int port) {
    return Patience.until(PASSING, () -> Ports.isFree(port));
  }

  private int unused() {
    return Ports.free(ports.size() + 1).stream()
        .filter(port -> !ports.containsValue(port))
        .findFirst()
        .orElseThrow();
  }

  private void put(String process, int port) {
    if (!Integer.valueOf(port).equals(ports.put(process, port))) {
      JsonFile.write(home.portsFile(), new Book(ports));
    }
  }
}
