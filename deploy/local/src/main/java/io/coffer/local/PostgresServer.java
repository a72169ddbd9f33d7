package io.coffer.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
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
    initialize();
    for (int attempt = 1; ; attempt++) {
      removeForeignLock();
      LocalProcess server = Detached.start(command(), Map.of(), settings.log());
      Patience.until(START_LIMIT, () -> isReady(server) || !server.isAlive());
      if (isReady(server)) {
        return server;
      }
      server.end("INT", STOP_LIMIT);
      if (attempt == ATTEMPTS) {
        throw new LocalStackException("PostgreSQL did not start; its log is " + settings.log());
      }
      // A killed server keeps its pid until it is reaped, its children its memory until they end.
      Patience.until(PAUSE.multipliedBy(1L << attempt), () -> false);
    }
  }

  /** Whether this process is the server of this cluster and takes connections. */
  public boolean isReady(LocalProcess server) {
    List<String> lock = lockFile();
    return lock.size() >= 8
        && lock.get(0).strip().equals(Long.toString(server.pid()))
        && lock.get(3).strip().equals(Integer.toString(settings.port()))
        && lock.get(7).strip().equals("ready")
        && server.isAlive();
  }

  /** The live server of this cluster, whoever started it. */
  public Optional<LocalProcess> running() {
    return lockHolder().filter(this::servesThisCluster);
  }

  /** Ends a server after a checkpoint, within ten seconds; kills it after that. */
  public static void stop(LocalProcess server) {
    server.end("INT", STOP_LIMIT); // "fast": clients are cut off, data are written
  }

  private void initialize() {
    Path data = settings.data().toAbsolutePath();
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    Path password = null;
    Path unfinished = data.resolveSibling(data.getFileName() + ".init");
    try {
      Files.createDirectories(data.getParent());
      PostgresBinaries.deleteTree(unfinished);
      password =
          Files.createTempFile(
              data.getParent(),
              "password-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(password, settings.password(), StandardCharsets.UTF_8);
      List<String> command = unprivileged();
      command.addAll(
          List.of(
              program("initdb"),
              "--pgdata=" + unfinished,
              "--username=" + SUPERUSER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--no-instructions"));
      if (!settings.fsync()) {
        command.add("--no-sync");
      }
      LocalProcess initdb = Detached.start(command, Map.of(), settings.log());
      initdb.awaitEnd(START_LIMIT);
      if (!Files.exists(unfinished.resolve("global/pg_control"))) {
        throw new LocalStackException("initdb failed; its log is " + settings.log());
      }
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new LocalStackException("Cannot make a PostgreSQL cluster in " + data, failed);
    } finally {
      delete(password);
    }
  }

  private List<String> command() {
    List<String> command = unprivileged();
    command.addAll(List.of(program("postgres"), "-D", settings.data().toAbsolutePath().toString()));
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

  private String program(String name) {
    return settings.binaries().toAbsolutePath().resolve("bin").resolve(name).toString();
  }

  private static List<String> unprivileged() {
    try {
      boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
      return new ArrayList<>(root ? List.of("unshare", "--user", "--") : List.of());
    } catch (IOException failed) {
      throw new LocalStackException("Cannot find out who runs this", failed);
    }
  }

  /** A lock whose pid now belongs to another program would keep PostgreSQL from starting. */
  private void removeForeignLock() {
    if (lockHolder().filter(holder -> !servesThisCluster(holder)).isPresent()) {
      delete(lockPath());
    }
  }

  private boolean servesThisCluster(LocalProcess process) {
    return process.commandLine().contains(settings.data().toAbsolutePath().toString());
  }

  private Optional<LocalProcess> lockHolder() {
    List<String> lock = lockFile();
    return lock.isEmpty()
        ? Optional.empty()
        : LocalProcess.find(Math.abs(Long.parseLong(lock.get(0).strip())));
  }

  private List<String> lockFile() {
    try {
      return Files.readAllLines(lockPath());
    } catch (IOException missing) {
      return List.of();
    }
  }

  private Path lockPath() {
    return settings.data().resolve("postmaster.pid");
  }

  private static void delete(Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException failed) {
        throw new LocalStackException("Cannot delete " + file, failed);
      }
    }
  }
}
