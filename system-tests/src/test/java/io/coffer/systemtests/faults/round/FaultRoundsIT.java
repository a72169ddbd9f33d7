package io.coffer.systemtests.faults.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.SlowWorker;
import io.coffer.systemtests.stack.WholeStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rounds of a seed that is printed; {@code -Dcoffer.faults.seed} and {@code -Dcoffer.faults.first}
 * repeat them. The profile {@code soak} plays many and keeps the report.
 */
@SlowWorker
@ExtendWith(WholeStack.class)
class FaultRoundsIT {

  private final long seed = Long.getLong("coffer.faults.seed", System.nanoTime() % 1_000_000);
  private final int rounds = Integer.getInteger("coffer.faults.rounds", 1);
  private final int first = Integer.getInteger("coffer.faults.first", 0);
  private final Path report =
      Path.of(System.getProperty("coffer.faults.report", "target/faults/report.md"));
  private final Results results = new Results(Path.of("target", "faults", "results.ndjson"));

  @Test
  void breakNoPromise(RunningStack stack) throws Exception {
    System.out.println("coffer.faults.seed=" + seed);
    Files.createDirectories(report.getParent());
    stack.workers(1);
    List<Result> played = new ArrayList<>();
    try (RoundRunner runner = new RoundRunner(stack)) {
      for (int number = first; number < first + rounds; number++) {
        Result result = runner.play(Round.of(seed, number));
        System.out.println(result);
        results.add(result);
        played.add(result);
        Files.writeString(report, Report.of(results.all()));
      }
    }
    assertThat(played).allMatch(Result::isGood);
  }
}
