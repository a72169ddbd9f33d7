package io.coffer.engine.backup;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An end to waiting for disks that may never answer. A call that hangs in the system cannot be
 * stopped: its thread stays until the disk comes back, and whoever asked goes on without it.
 */
public final class Deadline {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "asks-a-disk");
            thread.setDaemon(true);
            return thread;
          });

  private Deadline() {}

  /**
   * The answer of a call; one that comes too late is closed if it can be.
   *
   * @throws IOException if it fails, or does not come in time
   */
  public static <T> T within(Duration patience, Callable<T> call) throws IOException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    THREADS.execute(
        () -> {
          try {
            T found = call.call();
            if (!answer.complete(found) && found instanceof AutoCloseable late) {
              late.close();
            }
          } catch (Exception | Error e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (!answer.completeExceptionally(e) && !answer.isCompletedExceptionally()) {
        return answer.join(); // it came this very moment
      }
      throw new IOException(message(patience), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** What is said of a disk that did not answer for so long. */
  static String message(Duration patience) {
    return "it did not answer within " + Math.max(1, patience.toSeconds()) + " s";
  }

  private static IOException failure(Throwable cause) {
    if (cause instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause.getMessage(), cause);
  }
}
