package io.coffer.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash may leave of the files of a home, and what {@code up} makes of it. */
class TornStateIT {

  private static final Random RANDOM = new Random(20);
  private static final UnaryOperator<byte[]> EMPTIED = content -> new byte[0];
  private static final UnaryOperator<byte[]> HALVED = all -> Arrays.copyOf(all, all.length / 2);
  private static final UnaryOperator<byte[]> ZEROED = all -> new byte[all.length];
  private static final UnaryOperator<byte[]> SCRAMBLED =
      content -> {
        byte[] other = new byte[content.length];
        RANDOM.nextBytes(other);
        return other;
      };

  @TempDir private Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Home home;
  private Credentials before;

  @BeforeEach
  void start() throws Exception {
    home = new Home(Path.of("..").toAbsolutePath().normalize(), directory.resolve("home"));
    before = up();
    execute("create table kept (id int)");
  }

  @AfterEach
  void end() {
    new StackStop(home, new PrintStream(said)).run();
  }

  @Test
  void startsAgainOverFilesThatACrashTore() throws Exception {
    for (UnaryOperator<byte[]> tear : List.of(EMPTIED, SCRAMBLED)) {
      for (StackProcess process : running()) {
        process.process().signal("KILL");
        process.process().awaitEnd(Duration.ofSeconds(5));
      }
      tear(tear, state());
      assertThat(up()).usingRecursiveComparison().ignoringFields("databases").isEqualTo(before);
      execute("insert into kept values (1)");
      assertThat(running()).hasSize(2);
    }
    assertThat(said.toString()).contains("credentials.json is damaged", "takes its place");
  }

  @Test
  void keepsWhatRunsWhereItRunsWhenItsFilesAreTorn() throws Exception {
    StackProcess broker = running().get(1);
    for (UnaryOperator<byte[]> tear : List.of(HALVED, ZEROED)) {
      tear(tear, state());
      up();
      execute("insert into kept values (2)");
      assertThat(running()).hasSize(2).contains(broker);
    }
  }

  private List<Path> state() {
    return List.of(
        home.stackFile(),
        home.portsFile(),
        home.credentials(),
        home.keys().resolve("internal.token"),
        home.postgresData().resolve("postmaster.pid"),
        home.kafkaData().resolve("meta.properties"),
        home.kafkaData().resolve("__cluster_metadata-0").resolve("quorum-state"));
  }

  private static void tear(UnaryOperator<byte[]> tear, List<Path> files) throws IOException {
    for (Path file : files) {
      Files.write(file, tear.apply(Files.readAllBytes(file)));
    }
  }

  private Credentials up() {
    return new StackStart(
            home,
            new StackOptions(null, null, null, null, "never"),
            Set.of(Stack.POSTGRES, Stack.KAFKA),
            new PrintStream(said))
        .run();
  }

  private List<StackProcess> running() {
    return new ProcessTable(home).running();
  }

  private void execute(String sql) throws Exception {
    Credentials.Database database =
        JsonFile.read(home.credentials(), Credentials.class)
            .orElseThrow()
            .database("vault-service");
    String url = "jdbc:postgresql://127.0.0.1:" + database.port() + "/" + database.database();
    try (var connection = DriverManager.getConnection(url, database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
