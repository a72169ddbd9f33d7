package io.coffer.worker.fence;

import io.coffer.worker.WorkerSettings;
import io.coffer.worker.job.JobStopped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Locks of the kernel on what jobs use: a process that is stopped keeps its locks, a dead one has
 * none. Many may share one, or one has it alone. They lie in one file beside the repositories, each
 * on a byte of its own, because a process that closes any channel of a file loses all its locks on
 * it; and one thread that nobody interrupts takes them, because an interrupt closes channels.
 */
@ApplicationScoped
public class KernelLocks {

  private static final int POLL_MILLIS = 200;

  /** What holds one byte in this process: the kernel knows processes only, so jobs are counted. */
  static final class Grip {
    private final LockedByte place;
    private final boolean alone;
    private final Optional<FileLock> lock;
    private int jobs = 1;

    private Grip(LockedByte place, boolean alone, Optional<FileLock> lock) {
      this.place = place;
      this.alone = alone;
      this.lock = lock;
    }

    Optional<FileLock> lock() {
      return lock;
    }
  }

  private final Path file;
  private final Map<LockedByte, Grip> grips = new HashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread daemon = new Thread(work, "kernel-locks");
            daemon.setDaemon(true);
            return daemon;
          });
  private FileChannel channel;

  @Inject
  KernelLocks(WorkerSettings settings) {
    this(settings.home().toAbsolutePath().normalize().resolve("repositories").resolve("in-use"));
  }

  /**
   * @param file made when it is first needed, and open only while there are locks
   */
  public KernelLocks(Path file) {
    this.file = file;
  }

  /**
   * Waits for a lock.
   *
   * @param what is locked, the same in all processes
   * @param alone whether nobody else may have it
   * @param waiting told again and again who has it; what it throws ends the waiting
   * @return empty if others did not give way in time
   */
  public Optional<KernelLock> await(
      String what, boolean alone, Duration patience, Consumer<String> waiting) {
    long until = System.nanoTime() + patience.toNanos();
    Optional<KernelLock> lock = take(what, alone);
    while (lock.isEmpty()) {
      waiting.accept(holder(what));
      if (System.nanoTime() - until >= 0) {
        return lock;
      }
      pause();
      lock = take(what, alone);
    }
    return lock;
  }

  /** Takes a lock if it is free; empty if it is not. */
  public Optional<KernelLock> take(String what, boolean alone) {
    return uninterrupted(() -> grip(LockedByte.of(what), alone))
        .map(grip -> new KernelLock(this, grip));
  }

  /** Who has a lock, for people. */
  public String holder(String what) {
    LockedByte place = LockedByte.of(what);
    boolean own = uninterrupted(() -> grips.containsKey(place));
    return own
        ? "another task of this worker, which does not end"
        : place
            .process()
            .map(pid -> "process " + pid + " of this machine, which does not answer")
            .orElse("another process, which does not answer");
  }

  void release(Grip grip) {
    uninterrupted(
        () -> {
          grip.jobs--;
          if (grip.jobs == 0) {
            grips.remove(grip.place);
            if (grip.lock.isPresent() && grip.lock.get().isValid()) {
              grip.lock.get().release();
            }
            closeUnused();
          }
          return null;
        });
  }

  private Optional<Grip> grip(LockedByte place, boolean alone) throws IOException {
    Grip own = grips.get(place);
    if (own != null) {
      if (alone || own.alone) {
        return Optional.empty();
      }
      own.jobs++;
      return Optional.of(own);
    }
    try {
      Optional<Grip> grip = lock(place, alone);
      grip.ifPresent(taken -> grips.put(place, taken));
      return grip;
    } finally {
      closeUnused();
    }
  }

  private Optional<Grip> lock(LockedByte place, boolean alone) throws IOException {
    if (channel == null) {
      Files.createDirectories(file.getParent());
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
    if (NetworkFileSystems.hold(file)) {
      return Optional.of(new Grip(place, alone, Optional.empty()));
    }
    try {
      FileLock lock = channel.tryLock(place.position(), 1, !alone);
      return lock == null
          ? Optional.empty()
          : Optional.of(new Grip(place, alone, Optional.of(lock)));
    } catch (IOException e) {
      return Optional.of(new Grip(place, alone, Optional.empty())); // none are to be had here
    }
  }

  /** The disk can so be taken away from a worker that does nothing. */
  private void closeUnused() throws IOException {
    if (grips.isEmpty() && channel != null) {
      channel.close();
      channel = null;
    }
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T uninterrupted(Work<T> work) {
    Future<T> future = thread.submit(work::run);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw e.getCause() instanceof IOException io
              ? new UncheckedIOException(io)
              : new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobStopped();
    }
  }
}
