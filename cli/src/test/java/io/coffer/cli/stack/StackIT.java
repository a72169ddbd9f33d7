package io.coffer.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import io.coffer.local.LocalProcess;
import io.coffer.local.Patience;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker and database under the supervisor; the services come on top in the system tests. */
class StackIT {

  private static final Set<String> GROUND = Set.of(Stack.POSTGRES, Stack.KAFKA);
  private static final StackOptions PLAIN = new StackOptions(null, null, null, null, "never");

  @TempDir private Path directory;
  private final PrintStream quiet = new PrintStream(new ByteArrayOutputStream());

  @AfterEach
  void end() {
    Stream.of("one", "two").forEach(name -> new StackStop(home(name), quiet).run());
  }

  @Test
  void aSecondUpStartsNothing() {
    up("one");
    List<StackProcess> first = running("one");
    up("one");
    assertThat(running("one")).isEqualTo(first).hasSize(2);
  }

  @Test
  void bringsBackWhatWasKilledOnItsOldPort() {
    up("one");
    List<StackProcess> first = running("one");
    for (StackProcess process : first) {
      process.process().signal("KILL");
      process.process().awaitEnd(Duration.ofSeconds(5));
      up("one");
      assertThat(running("one")).extracting(StackProcess::port).isEqualTo(ports(first));
    }
    assertThat(running("one")).extracting(StackProcess::pid).doesNotContainSequence(pids(first));
  }

  @Test
  void dataStayOverDownAndUp() throws Exception {
    Credentials.Database database = up("one").database("vault-service");
    execute(database, "create table kept (id int)");
    new StackStop(home("one"), quiet).run();
    assertThat(running("one")).isEmpty();
    up("one");
    execute(database, "insert into kept values (1)");
  }

  @Test
  void twoStacksLiveSideBySide() {
    up("one");
    up("two");
    assertThat(running("one"))
        .extracting(StackProcess::port)
        .doesNotContainAnyElementsOf(ports(running("two")));
    new StackStop(home("one"), quiet).run();
    assertThat(running("two")).hasSize(2);
  }

  @Test
  void noSecretStandsOnACommandLine() throws Exception {
    Credentials credentials = up("one");
    String superuser = Files.readString(home("one").keys().resolve("postgres.password")).strip();
    for (StackProcess process : running("one")) {
      String line = LocalProcess.find(process.pid()).orElseThrow().commandLine();
      assertThat(line).doesNotContain(superuser, credentials.database("vault-service").password());
    }
  }

  @Test
  void theReportNamesWhatRuns() {
    up("one");
    StackFile report = JsonFile.read(home("one").stackFile(), StackFile.class).orElseThrow();
    assertThat(report.processes())
        .extracting(StackFile.Entry::name)
        .containsExactly(Stack.POSTGRES, Stack.KAFKA);
    assertThat(report.processes()).extracting(StackFile.Entry::pid).isEqualTo(pids(running("one")));
  }

  @Test
  void whatDiesIsStartedAgainUntilAllIsDown() throws Exception {
    StackOptions watched = new StackOptions(null, null, null, null, null);
    new StackStart(home("one"), watched, GROUND, quiet).run();
    Readiness readiness = new Readiness(home("one"));
    for (String name : GROUND) {
      LocalProcess first = new ProcessTable(home("one")).find(name).orElseThrow().process();
      first.signal("KILL");
      assertThat(
              Patience.until(
                  Duration.ofSeconds(60),
                  () ->
                      new ProcessTable(home("one"))
                          .find(name)
                          .filter(again -> !again.process().equals(first))
                          .filter(readiness::isReady)
                          .isPresent()))
          .as(name)
          .isTrue();
      assertThat(Restarts.read(home("one")).count(name)).isEqualTo(1);
    }
    new StackStop(home("one"), quiet).run();
    assertThat(running("one")).isEmpty();
  }

  private Credentials up(String name) {
    return new StackStart(home(name), PLAIN, GROUND, quiet).run();
  }

  private List<StackProcess> running(String name) {
    return new ProcessTable(home(name)).running();
  }

  private Home home(String name) {
    return new Home(Path.of("..").toAbsolutePath().normalize(), directory.resolve(name));
  }

  private static List<Integer> ports(List<StackProcess> processes) {
    return processes.stream().map(StackProcess::port).toList();
  }

  private static List<Long> pids(List<StackProcess> processes) {
    return processes.stream().map(StackProcess::pid).toList();
  }

  private static void execute(Credentials.Database database, String sql) throws Exception {
    String url = "jdbc:postgresql://127.0.0.1:" + database.port() + "/" + database.database();
    try (var connection = DriverManager.getConnection(url, database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
