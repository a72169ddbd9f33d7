package io.coffer.systemtests.faults.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.AnyWorker;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** For long runs: a small machine has enough to do with 1,600 strangers alone. */
@EnabledIfSystemProperty(
    named = "coffer.faults.strangers",
    matches = "[1-9][0-9]*",
    disabledReason = "only in the long run")
@AnyWorker
@ExtendWith(WholeStack.class)
class StrangersIT {

  private static final int MANY = 1_600;
  private static final Duration STAY =
      Duration.ofSeconds(Integer.getInteger("coffer.faults.strangers", 60));

  @Test
  void keepNobodyFromWorking(RunningStack stack) throws Exception {
    long seed = Long.getLong("coffer.seed", new Random().nextLong());
    Project project = Project.of(stack, "region-1");
    String vault = new Vaults(project).create("among strangers");
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> strangers = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Stranger stranger = new Stranger(stack.port("api-gateway"), seed + i, over::get);
      Thread thread = new Thread(null, stranger, "stranger-" + i, 256 << 10);
      thread.setDaemon(true);
      thread.start();
      strangers.add(thread);
    }
    List<Long> micros = new ArrayList<>();
    long until = System.nanoTime() + STAY.toNanos();
    while (System.nanoTime() - until < 0) {
      long asked = System.nanoTime();
      project.get("/vaults/" + vault).expect(200);
      new Vaults(project).create("in between");
      micros.add((System.nanoTime() - asked) / 1_000);
    }
    over.set(true);
    for (Thread stranger : strangers) {
      stranger.join();
    }
    Collections.sort(micros);
    System.out.printf(
        "strangers: seed %d, %d for %d s, %d pairs of requests, p50 %d ms, p99 %d ms%n",
        seed,
        MANY,
        STAY.toSeconds(),
        micros.size(),
        micros.get(micros.size() / 2) / 1_000,
        micros.get(micros.size() * 99 / 100) / 1_000);
    assertThat(stack.isAlive("api-gateway")).isTrue();
    assertThat(stack.log("api-gateway")).doesNotContain("OutOfMemoryError");
  }
}
