package io.coffer.engine.backup;

import io.coffer.engine.CancelledException;
import io.coffer.engine.SourceException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that walk through folders, and are left behind when one of their calls hangs. */
final class WatchedPool {
  private static final int LOOK_MILLIS = 500;
  private static final int LAST_SECONDS = 1;

  private WatchedPool() {}

  /**
   * Runs a task and all that it forks.
   *
   * @throws SourceException if a call hangs for good
   */
  static <R> R run(ForkJoinTask<R> task, int threads, SourceCalls calls) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    boolean done = false;
    try {
      R result = await(pool.submit(task), calls);
      done = true;
      return result;
    } finally {
      pool.shutdownNow();
      if (!done) {
        awaitThoseWhoDoNotHang(pool);
      }
    }
  }

  private static <R> R await(ForkJoinTask<R> task, SourceCalls calls) {
    while (true) {
      try {
        return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        Optional<SourceException> hung = calls.look();
        if (hung.isPresent()) {
          throw hung.get();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      } catch (ExecutionException e) {
        throw failure(e.getCause());
      }
    }
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }

  /** What they are storing they store now, or it comes too late. */
  private static void awaitThoseWhoDoNotHang(ForkJoinPool pool) {
    try {
      pool.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
