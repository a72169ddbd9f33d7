package io.coffer.engine.store;

import io.coffer.engine.CancelledException;
import io.coffer.engine.LockLostException;
import io.coffer.engine.LockedException;
import io.coffer.engine.StoreFullException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A held lock. Many may hold shared ones at once, nobody beside an exclusive one. It is written
 * anew every five minutes until it is closed, however often that fails. While it is held, the
 * repository asks it before anything that others see is written or deleted: a holder whose lock is
 * gone, or so old that others take it for dead, writes nothing more.
 */
public final class RepositoryLock implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final int POLL_MILLIS = 200;

  private final Repository repository;
  private final LockRequest request;
  private final OwnLock own;
  private final Runnable guard = this::requireHeld;
  private final ScheduledExecutorService refresher =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "repository-lock");
            thread.setDaemon(true);
            return thread;
          });

  private RepositoryLock(Repository repository, LockRequest request, InstantSource clock) {
    this.repository = repository;
    this.request = request;
    this.own = new OwnLock(repository, request, clock);
  }

  /**
   * @throws LockedException if others did not give way in time; the message names one of them
   */
  public static RepositoryLock acquire(Repository repository, LockRequest request) {
    return acquire(repository, request, InstantSource.system());
  }

  static RepositoryLock acquire(Repository repository, LockRequest request, InstantSource clock) {
    RepositoryLock lock = new RepositoryLock(repository, request, clock);
    boolean held = false;
    try {
      lock.await();
      held = true;
      return lock;
    } finally {
      if (!held) {
        lock.close();
      }
    }
  }

  private void await() {
    Instant deadline = Instant.now().plus(request.patience());
    while (true) {
      Optional<String> other = conflict();
      if (other.isEmpty()) {
        write();
        other = conflict();
        if (other.isEmpty()) {
          long millis = LOOK.toMillis();
          refresher.scheduleWithFixedDelay(this::refresh, millis, millis, TimeUnit.MILLISECONDS);
          repository.guard(guard);
          return;
        }
        own.remove();
      }
      if (Instant.now().isAfter(deadline)) {
        throw new LockedException("the repository is locked by " + other.get());
      }
      request.waiting().accept(other.get());
      pause();
    }
  }

  private void write() {
    try {
      own.write();
    } catch (StoreFullException e) {
      if (!request.isDispensable()) {
        throw e;
      }
    }
  }

  /** Removes a lock that its dead owner had recorded; one that is not there is no error. */
  public static void remove(Repository repository, String id) {
    repository.store().delete(FileType.LOCK, id);
  }

  /**
   * Removes all locks, or only those that nobody refreshed for half an hour, those of dead
   * processes of the given host and those that are torn.
   */
  public static int removeAll(Repository repository, boolean onlyStale, String ownHost) {
    Instant now = Instant.now();
    List<String> nobodys = new ArrayList<>();
    locks(repository)
        .forEach(
            (name, lock) -> {
              if (!onlyStale || lock.isStale(now, ownHost)) {
                nobodys.add(name);
              }
            });
    for (UnusableFile file : repository.files().unusable(FileType.LOCK)) {
      if (!onlyStale || file.isTorn()) {
        nobodys.add(file.name());
      }
    }
    nobodys.forEach(name -> remove(repository, name));
    return nobodys.size();
  }

  /** The name of the lock file at this moment; null while there is no room for one. */
  public String id() {
    return own.id();
  }

  /**
   * Asked before anything that others see is written or deleted.
   *
   * @throws LockLostException if the lock is gone, or so old that others may take it for dead
   */
  void requireHeld() {
    if (own.id() == null && request.isDispensable()) {
      Optional<String> other = conflict();
      if (other.isPresent()) {
        throw new LockLostException(
            "there was no room for a lock, and others came: " + other.get());
      }
      write();
    } else {
      own.requireHeld();
    }
    request.guard().run();
  }

  @Override
  public void close() {
    refresher.shutdownNow();
    repository.unguard(guard);
    own.remove();
  }

  static Map<String, LockFile> locks(Repository repository) {
    return repository
        .files()
        .readAll(
            FileType.LOCK,
            name -> LockFile.parse(name, repository.loadUnpacked(FileType.LOCK, name)));
  }

  /** Who must give way first, for people. */
  private Optional<String> conflict() {
    Instant now = Instant.now();
    Map<String, LockFile> others = locks(repository);
    others.remove(id());
    return others.values().stream()
        .filter(other -> request.exclusive() || other.exclusive())
        .filter(other -> !other.isStale(now, request.hostname()))
        .map(LockFile::holder)
        .findFirst()
        .or(() -> unknown(now));
  }

  /** A torn lock was hardly an exclusive one, and is never refreshed: it keeps few away. */
  private Optional<String> unknown(Instant now) {
    return repository.files().unusable(FileType.LOCK).stream()
        .filter(file -> request.exclusive() || !file.isTorn())
        .filter(file -> !file.isDeadLock(now))
        .map(file -> "somebody unknown: " + file.tell())
        .findFirst();
  }

  /** What fails now is tried again in a minute; what is lost is told when something is written. */
  void refresh() {
    try {
      own.refresh();
    } catch (RuntimeException e) {
      return; // whatever it is, it must not end the looking
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS + ThreadLocalRandom.current().nextInt(POLL_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
