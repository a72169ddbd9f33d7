package io.coffer.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.StackLock;
import io.coffer.local.Detached;
import io.coffer.local.LocalProcess;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over processes that do nothing, but carry the marks of a stack's. */
class SupervisorTest {

  private static final String GATEWAY = "api-gateway";
  private static final String WORKER = "backup-worker";

  @TempDir private Path directory;
  private final Hand clock = new Hand();
  private Home home;
  private ProcessTable table;
  private Supervisor supervisor;

  @BeforeEach
  void start() throws Exception {
    home = new Home(directory, Files.createDirectories(directory.resolve("a home: $x, é")));
    table = new ProcessTable(home);
    supervisor = new Supervisor(home, clock);
    start(GATEWAY);
    start(WORKER);
    want(GATEWAY, WORKER);
    assertThat(supervisor.look()).isTrue();
  }

  @AfterEach
  void end() {
    table.running().forEach(process -> process.process().end("KILL", Duration.ZERO));
  }

  @Test
  void startsAgainWhatDiedAsItWas() throws Exception {
    LocalProcess first = kill(GATEWAY);
    supervisor.look();
    LocalProcess again = process(GATEWAY);
    assertThat(again).isNotEqualTo(first);
    assertThat(Files.readString(Path.of("/proc/" + again.pid() + "/environ")))
        .contains("TOLD=two words\0");
    assertThat(again.workingDirectory()).contains(home.path().toRealPath());
    assertThat(Restarts.read(home).count(GATEWAY)).isEqualTo(1);
    assertThat(Restarts.read(home).count(WORKER)).isZero();
  }

  @Test
  void waitsLongerForWhatDiesAgain() {
    kill(GATEWAY);
    supervisor.look();
    kill(GATEWAY);
    supervisor.look();
    assertThat(table.find(GATEWAY)).isEmpty();
    assertThat(Restarts.read(home).nextStart(GATEWAY))
        .contains(clock.instant().plusSeconds(1).toString());
    clock.now = clock.now.plusSeconds(1);
    supervisor.look();
    assertThat(table.find(GATEWAY)).isPresent();
    assertThat(Restarts.read(home).nextStart(GATEWAY)).isEmpty();
    assertThat(Restarts.read(home).count(GATEWAY)).isEqualTo(2);
  }

  @Test
  void leavesAloneWhatIsNoLongerWanted() {
    want(GATEWAY);
    kill(WORKER);
    assertThat(supervisor.look()).isTrue();
    assertThat(table.find(WORKER)).isEmpty();
  }

  @Test
  void leavesTheStackToWhoeverHoldsItsLock() {
    try (StackLock held = StackLock.take(home, new PrintStream(OutputStream.nullOutputStream()))) {
      kill(GATEWAY);
      supervisor.look();
      assertThat(table.find(GATEWAY)).isEmpty();
    }
    supervisor.look();
    assertThat(table.find(GATEWAY)).isPresent();
  }

  @Test
  void learnsWhatRunsWhileTheStackIsStillBeingStarted() {
    Supervisor early = new Supervisor(home, clock);
    try (StackLock held = StackLock.take(home, new PrintStream(OutputStream.nullOutputStream()))) {
      early.look();
    }
    kill(GATEWAY);
    early.look();
    assertThat(table.find(GATEWAY)).isPresent();
  }

  @Test
  void watchesOnWhenTheReportIsTorn() throws Exception {
    for (String damage : List.of("", "{", "null")) {
      Files.writeString(home.stackFile(), damage);
      kill(WORKER);
      clock.now = clock.now.plusSeconds(600);
      assertThat(supervisor.look()).isTrue();
      assertThat(table.find(WORKER)).as(damage).isPresent();
    }
  }

  @Test
  void endsWhenNothingIsWantedOrTheHomeIsGone() throws Exception {
    want();
    assertThat(supervisor.look()).isFalse();
    assertThat(new Supervisor(new Home(directory, directory.resolve("none")), clock).look())
        .isFalse();
  }

  private void want(String... names) {
    StackFile.write(home, table.running(), List.of(names));
  }

  private void start(String name) {
    List<String> command = new ArrayList<>(List.of("bash", "-c", "sleep 60; :", "fake"));
    command.addAll(ProcessTable.marks(home, name, 1, "", ""));
    Detached.start(command, Map.of("TOLD", "two words"), home.path(), home.log(name));
    assertThat(table.find(name)).isPresent();
  }

  private LocalProcess process(String name) {
    return table.find(name).orElseThrow().process();
  }

  private LocalProcess kill(String name) {
    LocalProcess process = process(name);
    process.end("KILL", Duration.ofSeconds(5));
    return process;
  }

  private static final class Hand extends Clock {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
