package io.coffer.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.engine.EngineRun;
import io.coffer.engine.SeededVolume;
import io.coffer.engine.store.LockRequest;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal ends a command in order: with its exit code, and nothing left behind. */
class InterruptionIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGE = 250_000_000;

  @TempDir Path folder;
  private EngineRun engine;
  private EngineProcess process;
  private Path volume;

  @BeforeEach
  void init() throws IOException {
    Signals.requireHeard();
    engine = new EngineRun(folder);
    engine.init();
    volume = SeededVolume.write(folder.resolve("volume"), LARGE, 22);
    process =
        new EngineProcess(
            folder,
            Map.of(
                "RESTIC_REPOSITORY",
                engine.repository().toString(),
                "RESTIC_PASSWORD",
                engine.password()));
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143", "HUP,129"})
  void endsEachVerbInOrder(String signal, int code) throws Exception {
    interrupt(signal, code, "backup", volume.toString(), "--json");
    JsonNode told = JSON.readTree(process.told("err"));
    assertThat(told.path("message").asText()).isEqualTo("interrupted");
    assertThat(engine.run("snapshots").output()).isEmpty();
    assertThat(engine.run("backup", volume.toString()).code()).isZero();
    interrupt(signal, code, "check", "--read-data");
    assertThat(process.told("err")).isEqualTo("interrupted\n");
    assertThat(process.told("out")).isEmpty();
    interrupt(signal, code, "restore", "latest", "--target", folder.resolve("out").toString());
    assertThat(engine.run("check").error()).isEmpty();
  }

  @Test
  void endsWhileItWaitsForALock() throws Exception {
    Repository repository = engine.open();
    LockRequest request = LockRequest.exclusive("elsewhere", Duration.ofSeconds(1));
    try (RepositoryLock lock = RepositoryLock.acquire(repository, request)) {
      for (List<String> line :
          List.of(
              List.of("backup", volume.toString()),
              List.of("prune", "--grace", "0s"),
              List.of("repair", "index"))) {
        Process waiting = process.startInTheForeground(line);
        awaitText("waiting for");
        signal("TERM", waiting);
        assertThat(waiting.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.exitValue()).as(line.toString()).isEqualTo(143);
        assertThat(left("locks")).hasSize(1);
      }
    }
  }

  @Test
  void leavesTheExitCodeToTheSignal() throws Exception {
    Path told = folder.resolve("told");
    List<String> line = new ArrayList<>(Signals.FOREGROUND);
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.add(InterruptionIT.class.getName());
    Process ending =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(told.toFile()).start();
    assertThat(ending.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(told).content().isEqualTo("begun\n");
    assertThat(ending.exitValue()).isEqualTo(143);
  }

  /** A command that a signal ends, in a Java that ends no sooner than this thread stops. */
  public static void main(String... arguments) throws Exception {
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(main)));
    Interruption.await();
    ProcessBuilder kill = new ProcessBuilder("kill", "-TERM", "" + ProcessHandle.current().pid());
    Interruption.command(
        () -> {
          System.out.println("begun");
          start(kill);
          while (!Interruption.isRequested()) {
            Thread.onSpinWait();
          }
        });
    System.out.println("went on");
    System.exit(Interruption.EXIT_CODE);
  }

  private static void start(ProcessBuilder builder) {
    try {
      builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitStop(Thread thread) {
    while (thread.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
  }

  private void interrupt(String signal, int code, String... line) throws Exception {
    Path locks = Files.createDirectories(engine.repository().resolve("locks"));
    try (WatchService watch = locks.getFileSystem().newWatchService()) {
      locks.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Process running = process.startInTheForeground(List.of(line));
      WatchKey written = watch.poll(60, TimeUnit.SECONDS);
      assertThat(written).describedAs("a lock of %s", List.of(line)).isNotNull();
      signal(signal, running);
      assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(running.exitValue())
          .describedAs("%s %s", signal, process.told("err"))
          .isEqualTo(code);
    }
    assertThat(left("locks")).isEmpty();
    assertThat(left("")).noneMatch(name -> name.contains("-tmp-"));
  }

  private static void signal(String name, Process process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor())
        .isZero();
  }

  private void awaitText(String text) throws Exception {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
      while (!process.told("err").contains(text)) {
        WatchKey changed = watch.poll(60, TimeUnit.SECONDS);
        assertThat(changed).describedAs(text).isNotNull();
        changed.reset();
      }
    }
  }

  private List<String> left(String below) throws IOException {
    try (Stream<Path> files = Files.walk(engine.repository().resolve(below))) {
      return files.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }
}
