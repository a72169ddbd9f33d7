package io.coffer.systemtests.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Reads a task's progress five times a second and remembers what it saw. */
final class ProgressWatch implements AutoCloseable {

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<Integer> seen = new CopyOnWriteArrayList<>(List.of(0));

  private ProgressWatch() {}

  static ProgressWatch of(Supplier<JsonNode> log) {
    ProgressWatch watch = new ProgressWatch();
    watch.clock.scheduleWithFixedDelay(
        () -> watch.seen.add(log.get().at("/extra_info/common/progress").asInt()),
        0,
        200,
        TimeUnit.MILLISECONDS);
    return watch;
  }

  /** All percentages in the order they were read. */
  List<Integer> seen() {
    return seen;
  }

  int newest() {
    return seen.get(seen.size() - 1);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
