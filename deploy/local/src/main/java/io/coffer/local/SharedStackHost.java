package io.coffer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The program behind {@link SharedStack}: holds broker and database until nobody needs them. */
final class SharedStackHost {

  private static final Duration KEPT_UNUSED = Duration.ofMinutes(3);
  private static final Duration STEP = Duration.ofSeconds(5);

  private SharedStackHost() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    SharedStackDirectory directory = new SharedStackDirectory(Path.of(arguments[0]));
    Path data = directory.data(LocalProcess.current());
    List<Integer> ports = Ports.free(3);
    String password = UUID.randomUUID().toString();
    LocalProcess postgres =
        new PostgresServer(
                new PostgresSettings(
                    PostgresBinaries.unpack(directory.binaries()),
                    data.resolve("postgres"),
                    directory.log(),
                    ports.get(0),
                    password,
                    false))
            .start();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> PostgresServer.stop(postgres), "stop-postgres"));
    BrokerSettings settings = new BrokerSettings(data.resolve("kafka"), ports.get(1), ports.get(2));
    try (KafkaBroker broker = KafkaBroker.start(settings)) {
      Topics.create(settings.bootstrapServers(), "");
      SharedStackState state =
          new SharedStackState(
              LocalProcess.current(), postgres, settings.port(), ports.get(0), password);
      state.write(directory.stateFile());
      serve(directory, state);
    }
  }

  private static void serve(SharedStackDirectory directory, SharedStackState state)
      throws InterruptedException {
    long lastHeld = System.nanoTime();
    boolean wanted = true;
    while (wanted) {
      Thread.sleep(STEP.toMillis());
      long unheldSince = lastHeld;
      if (Boolean.TRUE.equals(directory.locked(directory::isHeld))) {
        lastHeld = System.nanoTime();
      }
      boolean overdue = System.nanoTime() - unheldSince > KEPT_UNUSED.toNanos();
      wanted = state.postgres().isAlive() && !(overdue && retire(directory));
    }
  }

  /** Takes the stack off the board, unless somebody joined in the last moment. */
  private static boolean retire(SharedStackDirectory directory) {
    return directory.locked(
        () -> !directory.isHeld() && Files.deleteIfExists(directory.stateFile()));
  }
}
