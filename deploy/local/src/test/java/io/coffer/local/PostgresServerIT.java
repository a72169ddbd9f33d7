package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

  private static final String PASSWORD = "not a 'simple' one";

  @TempDir private Path directory;
  private LocalProcess running;

  @AfterEach
  void stop() {
    if (running != null) {
      PostgresServer.stop(running);
    }
  }

  @Test
  void committedRowsOutliveAKilledServer() throws SQLException {
    PostgresSettings settings = settings("data");
    running = new PostgresServer(settings).start();
    execute(settings, "create table kept (id int)", "insert into kept values (42)");
    running.signal("KILL");
    running.awaitEnd(Duration.ofSeconds(5));
    running = new PostgresServer(settings).start();
    assertThat(count(settings, "select id from kept")).isEqualTo(42);
  }

  @Test
  void aLockWithThePidOfAnotherProgramDoesNotKeepItDown() throws Exception {
    PostgresSettings settings = settings("data");
    running = new PostgresServer(settings).start();
    PostgresServer.stop(running);
    Path lock = settings.data().resolve("postmaster.pid");
    Files.writeString(lock, ProcessHandle.current().pid() + "\n" + settings.data() + "\n0\n1\n");
    running = new PostgresServer(settings).start();
    assertThat(new PostgresServer(settings).running()).contains(running);
  }

  @Test
  void aTornLockDoesNotKeepItDown() throws Exception {
    PostgresSettings settings = settings("data");
    running = new PostgresServer(settings).start();
    execute(settings, "create table kept (id int)", "insert into kept values (42)");
    Path lock = settings.data().resolve("postmaster.pid");
    for (String torn :
        new String[] {"", "\n\n", "0\n", "x7\n/\n", "9".repeat(30), "\0\0\0\u00ff"}) {
      running.signal("KILL");
      running.awaitEnd(Duration.ofSeconds(5));
      Files.writeString(lock, torn);
      running = new PostgresServer(settings).start();
      assertThat(count(settings, "select id from kept")).as(torn).isEqualTo(42);
    }
  }

  @Test
  void aServerWhoseLockWasTornIsFoundAndFollowedByAnother() throws Exception {
    PostgresSettings settings = settings("data");
    running = new PostgresServer(settings).start();
    Files.writeString(settings.data().resolve("postmaster.pid"), "");
    assertThat(new PostgresServer(settings).running()).contains(running);
    LocalProcess first = running;
    running = new PostgresServer(settings).start();
    assertThat(first.isAlive()).isFalse();
    assertThat(count(settings, "select 1")).isEqualTo(1);
  }

  @Test
  void saysAtOnceWhyADamagedClusterDoesNotStart() throws Exception {
    PostgresSettings settings = settings("data");
    PostgresServer.stop(new PostgresServer(settings).start());
    Files.writeString(settings.data().resolve("global/pg_control"), "");
    assertThatThrownBy(() -> new PostgresServer(settings).start())
        .hasMessageContaining("pg_control")
        .hasMessageContaining(settings.log().toString());
    Files.delete(settings.data().resolve("PG_VERSION"));
    assertThatThrownBy(() -> new PostgresServer(settings).start())
        .hasMessageContaining("PG_VERSION is missing")
        .hasMessageContaining(settings.data().toString());
  }

  @Test
  void aKilledServerThatNobodyReapedYetDelaysTheNextOneOnly() throws Exception {
    PostgresSettings settings = settings("data");
    running = new PostgresServer(settings).start();
    PostgresServer.stop(running);
    // Becomes a program that does not care for the child that it had as a shell.
    Process parent = new ProcessBuilder("bash", "-c", "sleep 0.3 & echo $!; exec sleep 2").start();
    String killed = parent.inputReader().readLine();
    Patience.until(
        Duration.ofSeconds(1), () -> LocalProcess.find(Long.parseLong(killed)).isEmpty());
    assertThat(Path.of("/proc", killed)).exists();
    Path lock = settings.data().resolve("postmaster.pid");
    Files.writeString(lock, killed + "\n" + settings.data() + "\n0\n1\n");
    running = new PostgresServer(settings).start();
    assertThat(parent.isAlive()).isFalse();
    assertThat(count(settings, "select 1")).isEqualTo(1);
  }

  @Test
  void anInterruptedFirstStartIsMadeAgain() throws Exception {
    PostgresSettings settings = settings("data");
    Path unfinished = directory.resolve("data.init");
    Files.createDirectories(unfinished.resolve("base"));
    Files.writeString(unfinished.resolve("PG_VERSION"), "18");
    running = new PostgresServer(settings).start();
    assertThat(count(settings, "select 1")).isEqualTo(1);
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void sortsByCodePointAndSpeaksUnicode() throws SQLException {
    PostgresSettings settings = settings("data");
    running = new PostgresServer(settings).start();
    assertThat(count(settings, "select case when 'Z' < 'a' and length('äö') = 2 then 1 end"))
        .isEqualTo(1);
  }

  private PostgresSettings settings(String name) {
    Path binaries = PostgresBinaries.unpack(Path.of("target", "postgres-dist").toAbsolutePath());
    return new PostgresSettings(
        binaries,
        directory.resolve(name),
        directory.resolve("log.txt"),
        Ports.free(1).get(0),
        PASSWORD,
        true);
  }

  private static void execute(PostgresSettings settings, String... all) throws SQLException {
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement()) {
      for (String sql : all) {
        statement.execute(sql);
      }
    }
  }

  private static int count(PostgresSettings settings, String query) throws SQLException {
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }

  private static Connection connect(PostgresSettings settings) throws SQLException {
    return DriverManager.getConnection(
        Databases.jdbcUrl(settings.port(), "postgres"), PostgresServer.SUPERUSER, PASSWORD);
  }
}
