package io.coffer.engine.backup;

import io.coffer.engine.CancelledException;
import io.coffer.engine.SourceException;
import io.coffer.engine.tree.RawPath;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The calls into what is backed up, watched from outside. One that hangs in the system cannot be
 * stopped. Most come back when the file is closed that they wait for: then that file is not read,
 * and all others are. Of one that does not, whoever watches learns that he waits in vain.
 */
final class SourceCalls {
  /** Reads something, or looks at it. */
  interface Call<R> {
    R run() throws IOException;
  }

  private static final class Waiting {
    final Path path;
    final Closeable open;
    volatile long since = System.nanoTime();
    volatile boolean isLate;

    Waiting(Path path, Closeable open) {
      this.path = path;
      this.open = open;
    }
  }

  private final Duration patience;
  private final Queue<AtomicReference<Waiting>> all = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<AtomicReference<Waiting>> own =
      ThreadLocal.withInitial(
          () -> {
            AtomicReference<Waiting> mine = new AtomicReference<>();
            all.add(mine);
            return mine;
          });
  private volatile boolean hung;

  /**
   * @param patience how long one call may take
   */
  SourceCalls(Duration patience) {
    this.patience = patience;
  }

  /**
   * Makes one call.
   *
   * @param open what ends it when it is closed, or null
   * @throws IOException if it fails, or took too long and came back
   * @throws CancelledException if it came back when nobody waited any more
   */
  <R> R ask(Path path, Closeable open, Call<R> call) throws IOException {
    AtomicReference<Waiting> mine = own.get();
    Waiting waiting = new Waiting(path, open);
    mine.set(waiting);
    try {
      return call.run();
    } catch (AsynchronousCloseException e) {
      throw waiting.isLate ? new IOException(Deadline.message(patience), e) : e;
    } finally {
      mine.set(null);
      requireWaitedFor();
    }
  }

  /** Tells that the call of this thread goes on. */
  void goOn() {
    Waiting mine = own.get().get();
    if (mine != null) {
      mine.since = System.nanoTime();
    }
  }

  private void requireWaitedFor() {
    if (hung) {
      throw new CancelledException();
    }
  }

  /** Whether one of the calls hung for good: nothing that was asked is worth anything then. */
  boolean hung() {
    return hung;
  }

  /** To be asked now and then: closes what took too long, and names what did not come back. */
  Optional<SourceException> look() {
    for (AtomicReference<Waiting> each : all) {
      Waiting waiting = each.get();
      if (waiting == null) {
        continue;
      }
      Duration waited = Duration.ofNanos(System.nanoTime() - waiting.since);
      if (waited.compareTo(patience.plus(patience.dividedBy(8))) > 0 && each.get() == waiting) {
        hung = true;
        return Optional.of(
            new SourceException(RawPath.text(waiting.path), Deadline.message(patience), null));
      }
      if (waited.compareTo(patience) > 0 && !waiting.isLate) {
        waiting.isLate = true;
        if (waiting.open != null) {
          closeAside(waiting.open);
        }
      }
    }
    return Optional.empty();
  }

  /** To close waits for the call to come back. */
  private static void closeAside(Closeable open) {
    Thread thread =
        new Thread(
            () -> {
              try {
                open.close();
              } catch (IOException e) {
                return; // the call tells
              }
            },
            "closes-what-hangs");
    thread.setDaemon(true);
    thread.start();
  }
}
