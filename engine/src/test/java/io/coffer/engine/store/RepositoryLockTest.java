package io.coffer.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.LockLostException;
import io.coffer.engine.LockedException;
import io.coffer.engine.StoreException;
import io.coffer.engine.backup.BackupListener;
import io.coffer.engine.backup.BackupRequest;
import io.coffer.engine.backup.BlockSource;
import io.coffer.engine.backup.VolumeBackup;
import io.coffer.engine.backup.VolumeSource;
import io.coffer.engine.check.Check;
import io.coffer.engine.prune.Prune;
import io.coffer.engine.store.Store.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a lock: renewed through failures, and nothing is written without it. */
class RepositoryLockTest {
  private static final Duration NO_WAIT = Duration.ZERO;
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @TempDir Path folder;
  private final RepositoryKeys keys = RepositoryKeys.generate();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final AtomicBoolean broken = new AtomicBoolean();
  private LocalStore store;
  private Repository repository;

  @BeforeEach
  void make() {
    store = new LocalStore(folder.resolve("repo"));
    Repository.create(store, keys);
    repository = Repository.open(BrokenStore.of(store, FileType.LOCK, broken), keys.masterKey());
  }

  @Test
  void isRenewedAgainAfterRenewingFailed() {
    try (RepositoryLock lock = acquire(LockRequest.shared("me", NO_WAIT))) {
      String first = lock.id();
      broken.set(true);
      pass(FIVE_MINUTES);
      lock.refresh();
      assertThat(lock.id()).isEqualTo(first);
      broken.set(false);
      pass(Duration.ofMinutes(1));
      lock.refresh();
      assertThat(lock.id()).isNotEqualTo(first);
      assertThat(locks()).containsExactly(lock.id());
      pass(Duration.ofMinutes(24));
      assertThatCode(lock::requireHeld).doesNotThrowAnyException();
    }
    assertThat(locks()).isEmpty();
  }

  @Test
  void isNotRenewedBeforeItsTimeAndAtOnceWhenTheClockWasSetBack() {
    try (RepositoryLock lock = acquire(LockRequest.shared("me", NO_WAIT))) {
      String first = lock.id();
      pass(Duration.ofMinutes(4));
      lock.refresh();
      assertThat(lock.id()).isEqualTo(first);
      pass(Duration.ofHours(-1));
      lock.refresh();
      assertThat(locks()).containsExactly(lock.id()).doesNotContain(first);
    }
  }

  @Test
  void writesNoSnapshotWhenTheMachineSleptForLong() {
    try (RepositoryLock lock = acquire(LockRequest.shared("me", NO_WAIT))) {
      assertThatThrownBy(() -> backUp(asleep(Duration.ofMinutes(26))))
          .isInstanceOf(LockLostException.class)
          .hasMessageContaining("not renewed for 26 minutes")
          .hasMessageContaining(store.describe());
      lock.refresh();
      assertThatThrownBy(lock::requireHeld).isInstanceOf(LockLostException.class);
    }
    assertNothingWasSaved();
  }

  @Test
  void writesNoSnapshotWhenSomebodyRemovedTheLock() {
    try (RepositoryLock lock = acquire(LockRequest.shared("me", NO_WAIT))) {
      assertThatThrownBy(() -> backUp(() -> RepositoryLock.removeAll(repository, false, "other")))
          .isInstanceOf(LockLostException.class)
          .hasMessageContaining("was removed by somebody");
      pass(FIVE_MINUTES);
      lock.refresh();
      assertThat(locks()).isEmpty();
    }
    assertNothingWasSaved();
  }

  @Test
  void writesNoSnapshotWhenAnotherSaysThatTheWorkIsTakenOver() {
    LockRequest request =
        LockRequest.shared("me", NO_WAIT)
            .guardedBy(
                () -> {
                  throw new IllegalStateException("taken over");
                });
    try (RepositoryLock lock = acquire(request)) {
      assertThatThrownBy(() -> backUp(() -> {})).hasMessage("taken over");
    }
    assertNothingWasSaved();
  }

  /** The packs of a sleeper are gone when it wakes: an index of them would be a trap for others. */
  @Test
  void aBackupThatSleptWhileOthersPrunedListsNoPackThatIsGone() {
    try (RepositoryLock lock = acquire(LockRequest.shared("sleeper", NO_WAIT))) {
      Runnable sleepAndBePruned =
          () -> {
            pass(Duration.ofHours(1));
            Repository other = Repository.open(store, keys.masterKey());
            RepositoryLock.removeAll(other, false, "other");
            new Prune(other).run();
          };
      assertThatThrownBy(() -> backUp(sleepAndBePruned)).isInstanceOf(LockLostException.class);
    }
    repository = Repository.open(store, keys.masterKey());
    backUp(() -> {});
    assertThat(new Check(repository).run(true).errors()).isEmpty();
  }

  @Test
  void deletesNothingWithoutTheLock() {
    backUp(() -> {});
    List<StoredFile> packs = store.list(FileType.PACK);
    String snapshot = store.list(FileType.SNAPSHOT).get(0).name();
    try (RepositoryLock lock = acquire(LockRequest.exclusive("me", NO_WAIT))) {
      RepositoryLock.remove(repository, lock.id());
      assertThatThrownBy(() -> new Snapshots(repository).forget(List.of(snapshot)))
          .isInstanceOf(LockLostException.class);
      store.delete(FileType.SNAPSHOT, snapshot);
      assertThatThrownBy(() -> new Prune(repository).run()).isInstanceOf(LockLostException.class);
    }
    assertThat(store.list(FileType.PACK)).containsExactlyInAnyOrderElementsOf(packs);
    new Snapshots(repository).forget(List.of(snapshot));
  }

  @Test
  void leavesNoLockWhenItCannotBeHad() {
    broken.set(true);
    assertThatThrownBy(() -> acquire(LockRequest.shared("me", NO_WAIT)))
        .isInstanceOf(StoreException.class);
    broken.set(false);
    try (RepositoryLock lock = acquire(LockRequest.exclusive("other", NO_WAIT))) {
      assertThatThrownBy(() -> acquire(LockRequest.shared("me", NO_WAIT)))
          .isInstanceOf(LockedException.class);
      LockRequest interrupted =
          LockRequest.shared("me", FIVE_MINUTES)
              .tellingWait(
                  holder -> {
                    throw new IllegalStateException("told to end while waiting for " + holder);
                  });
      assertThatThrownBy(() -> acquire(interrupted)).hasMessageContaining("exclusive lock");
      assertThat(locks()).containsExactly(lock.id());
    }
    assertThat(locks()).isEmpty();
  }

  private RepositoryLock acquire(LockRequest request) {
    return RepositoryLock.acquire(repository, request, now::get);
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private Runnable asleep(Duration time) {
    return () -> pass(time);
  }

  /**
   * Backs 40 MB up; what happens meanwhile happens when half is read, and some packs are written.
   */
  private void backUp(Runnable meanwhile) {
    new VolumeBackup(repository)
        .run(
            new BackupRequest(
                List.of(new VolumeSource("/v.raw", new Interrupted(40_000_000, meanwhile))),
                List.of(),
                "host",
                List.of(),
                OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                Optional.empty()),
            BackupListener.NONE);
  }

  private List<String> locks() {
    return store.list(FileType.LOCK).stream().map(StoredFile::name).toList();
  }

  private void assertNothingWasSaved() {
    assertThat(store.list(FileType.SNAPSHOT)).isEmpty();
    assertThat(store.list(FileType.INDEX)).isEmpty();
  }

  /** Random bytes, the same each time; something happens once when the last are asked for. */
  private static final class Interrupted implements BlockSource {
    private final byte[] bytes;
    private final Runnable meanwhile;
    private final AtomicBoolean happened = new AtomicBoolean();

    Interrupted(int size, Runnable meanwhile) {
      bytes = new byte[size];
      new Random(7).nextBytes(bytes);
      this.meanwhile = meanwhile;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      int count = (int) Math.min(target.remaining(), bytes.length - position);
      if (position + count == bytes.length && happened.compareAndSet(false, true)) {
        meanwhile.run();
      }
      target.put(bytes, (int) position, count);
      return count;
    }
  }
}
