package io.coffer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What commands take that run one after the other, each in a process of its own. */
final class PeakMemory {
  private final EngineRun engine;
  private final List<String> options;
  private long megabytes;

  /**
   * @param options of Java
   */
  PeakMemory(EngineRun engine, String... options) {
    this.engine = engine;
    this.options = List.of(options);
  }

  /** Runs a command to its end; answers how many seconds it took. */
  double run(String... words) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process = engine.start(options, words);
    Path status = Path.of("/proc/" + process.pid() + "/status");
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      try {
        megabytes =
            Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .reduce(megabytes, Math::max);
      } catch (IOException e) {
        process.waitFor(); // it is ending
      }
    }
    assertThat(process.exitValue()).as(engine.told()).isZero();
    assertThat(megabytes).isPositive();
    return (System.nanoTime() - begin) / 1e9;
  }

  /** The most that any of them ever had. */
  long megabytes() {
    return megabytes;
  }
}
