package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.StackLock;
import io.coffer.local.LocalProcess;
import io.coffer.local.Patience;
import io.coffer.local.PostgresServer;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Ends all processes of a stack within twenty seconds: services first, then what they stand on. */
final class StackStop {

  private static final Duration SUPERVISOR_LIMIT = Duration.ofSeconds(2);
  private static final Duration SERVICES_LIMIT = Duration.ofSeconds(7);
  private static final Duration KAFKA_LIMIT = Duration.ofSeconds(4);

  private final Home home;
  private final PrintStream out;

  StackStop(Home home, PrintStream out) {
    this.home = home;
    this.out = out;
  }

  void run() {
    try (StackLock held = StackLock.take(home, out)) {
      ProcessTable table = new ProcessTable(home);
      List<StackProcess> running = table.running();
      StackFile.write(home, running, List.of());
      end(
          running.stream().filter(p -> p.name().equals(Supervisor.NAME)).toList(),
          SUPERVISOR_LIMIT);
      end(
          running.stream().filter(p -> StackService.ofProcess(p.name()).isPresent()).toList(),
          SERVICES_LIMIT);
      end(running.stream().filter(p -> p.name().equals(Stack.KAFKA)).toList(), KAFKA_LIMIT);
      running.stream()
          .filter(p -> p.name().equals(Stack.POSTGRES))
          .forEach(p -> PostgresServer.stop(p.process()));
      StackFile.write(home, table.running());
      Restarts.write(home, Map.of(), Map.of());
      long count = running.stream().filter(p -> !p.name().equals(Supervisor.NAME)).count();
      out.println(
          running.isEmpty() ? "Nothing was running." : "All " + count + " processes ended.");
    }
  }

  private static void end(List<StackProcess> processes, Duration limit) {
    List<LocalProcess> all = processes.stream().map(StackProcess::process).toList();
    all.forEach(process -> process.signal("TERM"));
    Patience.until(limit, () -> all.stream().noneMatch(LocalProcess::isAlive));
    all.forEach(process -> process.end("KILL", Duration.ofSeconds(2)));
  }
}
