package io.coffer.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One Kafka and one PostgreSQL for all tests of a module: the first test JVM that joins starts them
 * in a JVM of their own, later ones find them, and they end three minutes after the last test JVM.
 * Nothing survives its end: fsync is off. Tests keep apart by databases, topic prefixes and project
 * ids of their own.
 */
public final class SharedStack {

  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final SharedStackState state;

  private SharedStack(SharedStackState state) {
    this.state = state;
  }

  /** The shared stack, started if there is none; this JVM holds it until it ends. */
  public static SharedStack join() {
    SharedStackDirectory directory = SharedStackDirectory.ofThisUser();
    return directory.locked(
        () -> {
          Files.writeString(directory.lease(LocalProcess.current()), "");
          Optional<SharedStackState> running =
              directory.state().filter(SharedStackState::isServing);
          return new SharedStack(running.isPresent() ? running.get() : startAnew(directory));
        });
  }

  /** {@code host:port} to start from. */
  public String kafkaBootstrap() {
    return "127.0.0.1:" + state.kafkaPort();
  }

  /** Makes all of Coffer's topics once more under a prefix, for tests that want them empty. */
  public void createTopics(String prefix) {
    Topics.create(kafkaBootstrap(), prefix);
  }

  /** Makes topics with the given names, kept for ever. */
  public void createTopics(int partitions, String... names) {
    Topics.create(
        Map.of("bootstrap.servers", kafkaBootstrap()), Topics.named(partitions, List.of(names)));
  }

  /**
   * Makes a consumer group that begins after all that Coffer's topics hold now. Told before its
   * first member comes, it misses no record that is sent while that one joins.
   */
  public void createGroup(String group) {
    GroupStart.atTheEnds(kafkaBootstrap(), group);
  }

  /** Makes an empty database with a name of its own that starts with {@code prefix}. */
  public String createDatabase(String prefix) {
    String name = prefix + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    new Databases(state.postgresPort(), state.password()).create(name, user());
    return name;
  }

  /** Drops a database that {@link #createDatabase} made. */
  public void dropDatabase(String database) {
    new Databases(state.postgresPort(), state.password()).drop(database);
  }

  public String jdbcUrl(String database) {
    return Databases.jdbcUrl(state.postgresPort(), database);
  }

  /** The URL that Vert.x clients take ({@code quarkus.datasource.reactive.url}). */
  public String reactiveUrl(String database) {
    return "postgresql://127.0.0.1:" + state.postgresPort() + "/" + database;
  }

  public String user() {
    return PostgresServer.SUPERUSER;
  }

  public String password() {
    return state.password();
  }

  public int postgresPort() {
    return state.postgresPort();
  }

  private static SharedStackState startAnew(SharedStackDirectory directory) throws IOException {
    directory.clearAway();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            SharedStackHost.class.getName(),
            directory.path().toString());
    LocalProcess host = Detached.start(command, Map.of(), directory.log());
    Patience.until(
        START_LIMIT,
        () -> !host.isAlive() || directory.state().filter(s -> s.host().equals(host)).isPresent());
    return directory
        .state()
        .filter(SharedStackState::isServing)
        .orElseThrow(
            () ->
                new LocalStackException(
                    "The shared test stack did not start; its log is " + directory.log()));
  }

  /** The class path of this JVM without what tests put in front of it. */
  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
