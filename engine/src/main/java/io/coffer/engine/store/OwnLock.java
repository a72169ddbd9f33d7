package io.coffer.engine.store;

import io.coffer.engine.LockLostException;
import io.coffer.engine.blob.Hasher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The lock file of one holder: written, written anew while it works, taken away. Others judge it by
 * the time that stands in it, so its holder does too, and gives it up a while before they do. Safe
 * for many threads.
 */
final class OwnLock {
  /** How old it may be before it is written anew. */
  static final Duration REFRESH = Duration.ofMinutes(5);

  /** How old it may be before its holder takes it for lost. */
  private static final Duration LOST_AFTER = LockFile.STALE_AFTER.minus(REFRESH);

  private final Repository repository;
  private final LockRequest request;
  private final InstantSource clock;
  private final List<String> replaced = new ArrayList<>();
  private String id;
  private Instant written;
  private String lost;

  OwnLock(Repository repository, LockRequest request, InstantSource clock) {
    this.repository = repository;
    this.request = request;
    this.clock = clock;
  }

  /** Its name at this moment; null when there is none. */
  synchronized String id() {
    return id;
  }

  synchronized void write() {
    Instant now = clock.instant();
    LockFile file = LockFile.of(now, request.exclusive(), request.hostname());
    byte[] bytes = repository.sealedJson().seal(file.encode());
    String name = new Hasher().id(bytes, 0, bytes.length).hex();
    request.beforeWrite().accept(name);
    try {
      repository.store().write(FileType.LOCK, name, bytes);
    } catch (RuntimeException e) {
      replaced.add(name); // it may be there all the same
      throw e;
    }
    id = name;
    written = now;
  }

  /** Writes it anew when it is time to. A lock that is lost never comes back. */
  synchronized void refresh() {
    if (id != null && isDue()) {
      requireHeld();
      String old = id;
      write();
      replaced.add(old);
    }
    removeReplaced();
  }

  /**
   * @throws LockLostException if somebody removed it, or may have taken it for dead
   */
  synchronized void requireHeld() {
    if (lost == null) {
      lost = loss();
    }
    if (lost != null) {
      throw new LockLostException(lost);
    }
  }

  /** Takes it away; one that is gone is no error. */
  synchronized void remove() {
    if (id != null) {
      replaced.add(id);
      id = null;
    }
    removeReplaced();
  }

  /** Also when the clock was set back: others see it too. */
  private boolean isDue() {
    Duration age = Duration.between(written, clock.instant());
    return age.isNegative() || age.compareTo(REFRESH) >= 0;
  }

  private String loss() {
    String place = "the lock on " + repository.store().describe();
    if (id == null) {
      return place + " was given back";
    }
    Duration age = Duration.between(written, clock.instant());
    if (age.compareTo(LOST_AFTER) >= 0) {
      return place
          + " was not renewed for %d minutes, because the machine slept or the place could not be"
              .formatted(age.toMinutes())
          + " written: others may have taken it for dead. Nothing was saved; run it again";
    }
    if (!repository.store().exists(FileType.LOCK, id)) {
      return place + " was removed by somebody. Nothing was saved; run it again";
    }
    return null;
  }

  private void removeReplaced() {
    while (!replaced.isEmpty()) {
      repository.store().delete(FileType.LOCK, replaced.get(0));
      replaced.remove(0);
    }
  }
}
