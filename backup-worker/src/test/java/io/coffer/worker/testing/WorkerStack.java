package io.coffer.worker.testing;

import static org.awaitility.Awaitility.await;

import io.coffer.local.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything a few workers need: broker, database, home, keys. One for each test class. */
public final class WorkerStack implements AutoCloseable {

  /** The bearer secret of internal routes. */
  public static final String TOKEN = "secret-of-this-test";

  private final SharedStack shared = SharedStack.join();
  private final String database = shared.createDatabase("backup_worker");
  private final Path home;
  private final List<WorkerProcess> workers = new ArrayList<>();
  private Connection asking;

  public WorkerStack() throws IOException {
    Path target = Files.createDirectories(Path.of("target/homes"));
    home = Files.createTempDirectory(target, "home").toAbsolutePath();
    Files.writeString(home.resolve("internal.token"), TOKEN);
    Files.writeString(home.resolve("sealing.key"), key(1));
  }

  /** A sealing key as it stands in a file; each seed gives another one. */
  public static String key(int seed) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, (byte) seed);
    return Base64.getEncoder().encodeToString(key) + "\n";
  }

  public Path home() {
    return home;
  }

  public String bootstrap() {
    return TestBroker.bootstrap();
  }

  /** Starts a worker; more variables, or others, as name and value in turn. */
  public WorkerProcess worker(String instance, String... more) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrap());
    environment.put("QUARKUS_DATASOURCE_USERNAME", shared.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", shared.password());
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", shared.reactiveUrl(database));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", shared.jdbcUrl(database));
    environment.put("COFFER_GROUP", database);
    environment.put("COFFER_INSTANCE", instance);
    environment.put("COFFER_HOME", home.toString());
    environment.put("COFFER_WORKER_INVENTORY_POLL", "1H"); // what is said is what tasks say
    environment.put("KAFKA_SESSION_TIMEOUT_MS", "6000"); // who died is missed soon
    environment.put("KAFKA_HEARTBEAT_INTERVAL_MS", "1000");
    environment.put("COFFER_INTERNAL_TOKEN_FILE", home.resolve("internal.token").toString());
    environment.put("COFFER_SEALING_KEY_FILE", home.resolve("sealing.key").toString());
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    Path log = home.resolve(instance + ".log");
    WorkerProcess worker = WorkerProcess.start(log, environment);
    workers.add(worker);
    return worker;
  }

  /** A connection to the workers' database. */
  public Connection database() throws SQLException {
    return DriverManager.getConnection(shared.jdbcUrl(database), shared.user(), shared.password());
  }

  /** What a column of the table of tasks says of a task; empty for nothing. Answers at once. */
  public String task(UUID task, String column) {
    return ask("select " + column + "::text from plumbing.task where id = ?", task);
  }

  /** Until all tasks are done, those of the tests before as well: each worker reads them again. */
  public void awaitIdle() {
    String open = "select count(*)::text from plumbing.task where state <> 'done'";
    await().atMost(Duration.ofMinutes(2)).until(() -> ask(open).equals("0"));
  }

  private synchronized String ask(String sql, Object... parameters) {
    try {
      asking = asking == null ? database() : asking;
      try (PreparedStatement statement = asking.prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          statement.setObject(i + 1, parameters[i]);
        }
        try (ResultSet row = statement.executeQuery()) {
          String value = row.next() ? row.getString(1) : null;
          return value == null ? "" : value;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The repository of a vault. */
  public Path repository(UUID vault) {
    return home.resolve("repositories").resolve(vault.toString());
  }

  @Override
  public void close() {
    workers.forEach(WorkerProcess::close);
    shared.dropDatabase(database);
  }
}
