package io.coffer.cli.stack;

import io.coffer.local.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one {@code up} has started. If it fails or is interrupted, all of it ends, so that nothing
 * runs that nobody asked for.
 */
final class StartedNow implements AutoCloseable {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(8);

  private final List<StackProcess> started = new ArrayList<>();
  private final Thread whenInterrupted = new Thread(this::endAll, "end-what-was-started");

  StartedNow() {
    Runtime.getRuntime().addShutdownHook(whenInterrupted);
  }

  synchronized void add(StackProcess process) {
    started.add(process);
  }

  /** All is well: what was started stays. */
  synchronized void keep() {
    started.clear();
  }

  @Override
  public void close() {
    endAll();
    try {
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    } catch (IllegalStateException endsAlready) {
      // then it has run
    }
  }

  private synchronized void endAll() {
    for (int last = started.size() - 1; last >= 0; last--) {
      StackProcess process = started.remove(last);
      if (process.name().equals(Stack.POSTGRES)) {
        PostgresServer.stop(process.process());
      } else {
        process.process().end("TERM", STOP_LIMIT);
      }
    }
  }
}
