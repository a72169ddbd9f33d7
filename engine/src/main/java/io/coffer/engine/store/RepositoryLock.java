package io.coffer.engine.store;

import io.coffer.engine.CancelledException;
import io.coffer.engine.DamagedException;
import io.coffer.engine.LockedException;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.store.Store.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A held lock. Many may hold shared ones at once, nobody beside an exclusive one. It is written
 * anew every five minutes until it is closed.
 */
public final class RepositoryLock implements AutoCloseable {
  private static final Duration REFRESH = Duration.ofMinutes(5);
  private static final int POLL_MILLIS = 200;

  private final Repository repository;
  private final LockRequest request;
  private final ScheduledExecutorService refresher =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "repository-lock");
            thread.setDaemon(true);
            return thread;
          });
  private String id;

  private RepositoryLock(Repository repository, LockRequest request) {
    this.repository = repository;
    this.request = request;
  }

  /**
   * @throws LockedException if others did not give way in time; the message names one of them
   */
  public static RepositoryLock acquire(Repository repository, LockRequest request) {
    RepositoryLock lock = new RepositoryLock(repository, request);
    Instant deadline = Instant.now().plus(request.patience());
    while (true) {
      Optional<LockFile> other = lock.conflict();
      if (other.isEmpty()) {
        lock.write();
        other = lock.conflict();
        if (other.isEmpty()) {
          long seconds = REFRESH.toSeconds();
          lock.refresher.scheduleAtFixedRate(lock::refresh, seconds, seconds, TimeUnit.SECONDS);
          return lock;
        }
        lock.remove();
      }
      if (Instant.now().isAfter(deadline)) {
        lock.refresher.shutdownNow();
        throw new LockedException("the repository is locked by " + other.get().holder());
      }
      request.waiting().accept(other.get().holder());
      pause();
    }
  }

  /** Removes a lock that its dead owner had recorded; one that is not there is no error. */
  public static void remove(Repository repository, String id) {
    repository.store().delete(FileType.LOCK, id);
  }

  /**
   * Removes all locks, or only those that nobody refreshed for half an hour and those of dead
   * processes of the given host.
   */
  public static int removeAll(Repository repository, boolean onlyStale, String ownHost) {
    int removed = 0;
    for (StoredFile file : repository.store().list(FileType.LOCK)) {
      if (!onlyStale || isStale(repository, file.name(), ownHost)) {
        remove(repository, file.name());
        removed++;
      }
    }
    return removed;
  }

  /** The name of the lock file at this moment. */
  public synchronized String id() {
    return id;
  }

  @Override
  public void close() {
    refresher.shutdownNow();
    remove();
  }

  private static boolean isStale(Repository repository, String name, String ownHost) {
    try {
      LockFile lock = LockFile.parse(name, repository.loadUnpacked(FileType.LOCK, name));
      return lock.isStale(Instant.now(), ownHost);
    } catch (DamagedException e) {
      return true;
    }
  }

  private Optional<LockFile> conflict() {
    Instant now = Instant.now();
    for (StoredFile file : repository.store().list(FileType.LOCK)) {
      if (file.name().equals(id())) {
        continue;
      }
      try {
        byte[] json = repository.loadUnpacked(FileType.LOCK, file.name());
        LockFile other = LockFile.parse(file.name(), json);
        if ((request.exclusive() || other.exclusive()) && !other.isStale(now, request.hostname())) {
          return Optional.of(other);
        }
      } catch (DamagedException e) {
        if (repository.store().exists(FileType.LOCK, file.name())) {
          throw e;
        }
      }
    }
    return Optional.empty();
  }

  private synchronized void write() {
    byte[] json = LockFile.now(request.exclusive(), request.hostname()).encode();
    byte[] bytes = repository.sealUnpacked(json);
    String name = new Hasher().id(bytes, 0, bytes.length).hex();
    request.beforeWrite().accept(name);
    repository.store().write(FileType.LOCK, name, bytes);
    id = name;
  }

  private synchronized void refresh() {
    String old = id;
    if (old != null) {
      write();
      remove(repository, old);
    }
  }

  private synchronized void remove() {
    if (id != null) {
      remove(repository, id);
      id = null;
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
