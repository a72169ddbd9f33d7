package io.coffer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few threads that all run the same work to its end. */
public final class Crew implements AutoCloseable {
  /** What the n-th of the crew does; it should look at {@link Crew#failed} now and then. */
  @FunctionalInterface
  public interface Work {
    void run(int number);
  }

  private final int size;
  private final ExecutorService threads;
  private volatile boolean failed;

  public Crew(int size, String name) {
    this.size = size;
    this.threads =
        Executors.newFixedThreadPool(
            size,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** As many as there are processors, two at least and eight at most. */
  public static int usualSize() {
    return Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));
  }

  public int size() {
    return size;
  }

  /** True once one of the crew failed: the others should stop. */
  public boolean failed() {
    return failed;
  }

  /** Runs the work on all threads, waits for them and throws the first failure. */
  public void run(Work work) {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int number = i;
      futures.add(threads.submit(() -> guarded(work, number)));
    }
    Throwable first = null;
    for (Future<?> future : futures) {
      try {
        future.get();
      } catch (ExecutionException e) {
        first = first == null ? e.getCause() : first;
      } catch (InterruptedException e) {
        failed = true;
        first = first == null ? new CancelledException() : first;
        Thread.currentThread().interrupt();
      }
    }
    if (first instanceof RuntimeException failure) {
      throw failure;
    }
    if (first != null) {
      throw new EngineException("out of resources: " + first, first);
    }
  }

  private void guarded(Work work, int number) {
    try {
      work.run(number);
    } catch (RuntimeException | Error e) {
      failed = true;
      throw e;
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
