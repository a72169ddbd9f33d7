package io.coffer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A few threads that all run the same work to its end. */
public final class Crew implements AutoCloseable {
  /** What the n-th of the crew does; it should look at {@link Crew#failed} now and then. */
  @FunctionalInterface
  public interface Work {
    void run(int number);
  }

  /** Looks after work that may hang. Asked now and then while the crew runs. */
  @FunctionalInterface
  public interface Watch {
    /** Why the n-th of the crew is not waited for any longer; it must do no more work then. */
    Optional<RuntimeException> hung(int number);
  }

  private static final long LOOK_MILLIS = 500;

  private final int size;
  private final ExecutorService threads;
  private volatile boolean failed;

  public Crew(int size, String name) {
    this.size = size;
    this.threads =
        Executors.newCachedThreadPool(
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
    run(work, number -> Optional.empty());
  }

  /** The same, but threads that hang are left behind and count as failed. */
  public void run(Work work, Watch watch) {
    failed = false;
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ends.add(start(work, i));
    }
    Throwable first = null;
    for (CompletableFuture<Void> end : ends) {
      try {
        await(end, ends, watch);
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

  private CompletableFuture<Void> start(Work work, int number) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            work.run(number);
            end.complete(null);
          } catch (RuntimeException | Error e) {
            fail(end, e);
          }
        });
    return end;
  }

  /** One that was left behind does not stop those who work on. */
  private void fail(CompletableFuture<Void> end, Throwable cause) {
    if (!end.isDone()) {
      failed = true;
      end.completeExceptionally(cause);
    }
  }

  private void await(CompletableFuture<Void> end, List<CompletableFuture<Void>> all, Watch watch)
      throws ExecutionException, InterruptedException {
    while (true) {
      try {
        end.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        for (int i = 0; i < size; i++) {
          CompletableFuture<Void> each = all.get(i);
          watch.hung(i).ifPresent(cause -> fail(each, cause));
        }
      }
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
