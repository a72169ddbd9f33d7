package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import io.coffer.local.Detached;
import io.coffer.local.LocalProcess;
import io.coffer.local.Patience;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Has a supervisor of the build at hand watch the stack, or none. */
record SupervisorStart(Home home, ProcessTable table) {

  private static final int HEAP_MEGABYTES = 24;
  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(4);

  void run(boolean wanted, Build build) {
    for (StackProcess present : table.running()) {
      if (present.name().equals(Supervisor.NAME)) {
        if (wanted && present.build().equals(build.fingerprint())) {
          return;
        }
        present.process().end("TERM", STOP_LIMIT);
      }
    }
    if (wanted) {
      start(build);
    }
  }

  /** Returns when it knows what runs: it could not start again what died before. */
  private void start(Build build) {
    home.emptyTemporary(Supervisor.NAME);
    JsonFile.delete(home.restartsFile());
    List<String> command =
        JavaCommand.program(
            home,
            Supervisor.NAME,
            HEAP_MEGABYTES,
            ProcessTable.marks(home, Supervisor.NAME, 0, build.fingerprint(), ""),
            build.stage(home, Stack.KAFKA),
            Supervisor.class.getName(),
            List.of(home.path().toString()));
    command.add(1, "-XX:TieredStopAtLevel=1");
    LocalProcess supervisor =
        Detached.start(command, Map.of(), home.path(), home.log(Supervisor.NAME));
    Patience.until(START_LIMIT, () -> Files.exists(home.restartsFile()) || !supervisor.isAlive());
  }
}
