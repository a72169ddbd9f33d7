package io.coffer.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real PostgreSQL on 127.0.0.1, without container and without installation. It works for an
 * ordinary user and for root; as root the server runs in a user namespace of its own, because
 * PostgreSQL refuses to be root.
 */
public final class PostgresServer {

  /** The superuser that owns the cluster. */
  public static final String SUPERUSER = "coffer";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 7;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final PostgresSettings settings;

  public PostgresServer(PostgresSettings settings) {
    this.settings = settings;
  }

  /**
   * Makes the cluster if there is none, starts the server and waits until it takes connections.
   * Leftovers of a killed server are recovered from.
   */
  public LocalProcess start() {
    new PostgresCluster(settings).makeOnce();
    for (int attempt = 1; ; attempt++) {
      lock().clear();
      LogEnd log = LogEnd.of(settings.log());
      LocalProcess server = Detached.start(command(), Map.of(), settings.log());
      Patience.until(START_LIMIT, () -> isReady(server) || !server.isAlive());
      if (isReady(server)) {
        return server;
      }
      server.end("INT", STOP_LIMIT);
      // A killed server keeps its pid until it is reaped, its children its memory until they end.
      boolean passes = log.tells("lock file") || log.tells("shared memory block");
      if (attempt == ATTEMPTS || !passes) {
        throw new LocalStackException("PostgreSQL did not start: " + Unprivileged.explain(log));
      }
      Patience.until(PAUSE.multipliedBy(1L << attempt), () -> false);
    }
  }

  /** Whether this process is the server of this cluster and takes connections. */
  public boolean isReady(LocalProcess server) {
    return lock().saysReady(server, settings.port()) && server.isAlive();
  }

  /** The live server of this cluster, whoever started it. */
  public Optional<LocalProcess> running() {
    return lock().server();
  }

  /** The port of the live server of this cluster; 0 while it does not tell. */
  public int portInUse() {
    return lock().port();
  }

  /** Ends a server after a checkpoint, within ten seconds; kills it after that. */
  public static void stop(LocalProcess server) {
    server.end("INT", STOP_LIMIT); // "fast": clients are cut off, data are written
  }

  private PostgresLock lock() {
    return PostgresLock.of(settings.data());
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(Unprivileged.prefix());
    command.addAll(
        List.of(settings.program("postgres"), "-D", settings.data().toAbsolutePath().toString()));
    List<String> options =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "port=" + settings.port(),
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=128MB",
                "max_wal_size=512MB",
                "io_method=sync",
                "max_parallel_workers_per_gather=0",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off",
                "log_line_prefix=%m [%p] %u@%d "));
    if (!settings.fsync()) {
      options.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
    }
    options.forEach(option -> command.addAll(List.of("-c", option)));
    return command;
  }
}
