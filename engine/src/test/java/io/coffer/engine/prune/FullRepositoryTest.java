package io.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.LockLostException;
import io.coffer.engine.LockedException;
import io.coffer.engine.StoreFullException;
import io.coffer.engine.backup.BackupListener;
import io.coffer.engine.backup.BackupRequest;
import io.coffer.engine.backup.BlockSource;
import io.coffer.engine.backup.VolumeBackup;
import io.coffer.engine.backup.VolumeSource;
import io.coffer.engine.check.Check;
import io.coffer.engine.restore.RestoreListener;
import io.coffer.engine.restore.RestoreTarget;
import io.coffer.engine.restore.VolumeRestore;
import io.coffer.engine.store.LockRequest;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryKeys;
import io.coffer.engine.store.RepositoryLock;
import io.coffer.engine.store.SmallStore;
import io.coffer.engine.store.Snapshots;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A store without room for a single file more gives room back all the same. */
class FullRepositoryTest {
  private static final int BLOCK = 4096;
  private static final LockRequest SHARED = LockRequest.shared("here", Duration.ZERO);
  private static final PruneRequest AT_ONCE =
      new PruneRequest(Duration.ZERO, 0, "here", Duration.ZERO);

  @TempDir Path folder;
  private SmallStore disk;
  private Repository repository;
  private Path volume;
  private String first;
  private String second;

  @BeforeEach
  void backUpTwice() throws IOException {
    disk = new SmallStore(folder.resolve("repo"));
    repository = Repository.create(disk.store(), RepositoryKeys.generate());
    volume = folder.resolve("volume");
    byte[] bytes = new byte[200 * BLOCK];
    new Random(1).nextBytes(bytes);
    Files.write(volume, bytes);
    first = backUp();
    new Random(2).nextBytes(bytes);
    System.arraycopy(Files.readAllBytes(volume), 0, bytes, 0, 100 * BLOCK);
    Files.write(volume, bytes);
    second = backUp();
  }

  @Test
  void restoresAndForgetsWithoutRoomForALock() throws IOException {
    disk.leave(0);
    assertThatThrownBy(() -> RepositoryLock.acquire(repository, SHARED))
        .isInstanceOf(StoreFullException.class);
    try (RepositoryLock lock = RepositoryLock.acquire(repository, SHARED.dispensable())) {
      assertThat(lock.id()).isNull();
      assertRestores(second);
      new Snapshots(repository).forget(List.of(first));
    }
    assertThat(new Snapshots(repository).list()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "0, 2", "1, 0", "1, 1", "20, 0"})
  void prunesWithHardlyAnyRoom(int whenForgetting, int whenPruning) throws IOException {
    disk.leave(whenForgetting);
    new Snapshots(repository).forget(List.of(first));
    disk.leave(whenPruning);
    new Prune(repository).run(AT_ONCE);
    assertThat(new Check(repository).run(true).errors()).isEmpty();
    disk.leave(2000); // for what is used of a pack that is used in part
    new Prune(repository).run(AT_ONCE);
    assertThat(new Check(repository).run(true).errors()).isEmpty();
    assertRestores(second);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3"})
  void givesBackWhatNothingUsesThoughTheIndexHasNoRoom(int free) throws IOException {
    new Snapshots(repository).forget(List.of(second));
    disk.leave(free);
    long before = repository.storedBytes();
    PruneResult result = new Prune(repository).run(AT_ONCE);
    assertThat(result.deletedPacks()).isPositive();
    assertThat(repository.storedBytes()).isLessThan(before - 90L * BLOCK);
    assertThat(new Check(repository).run(true).errors()).isEmpty();
    assertThat(Files.size(restore(first))).isEqualTo(200L * BLOCK);
  }

  @Test
  void saysWhatHelpsWhereMarksHaveNoRoom() {
    new Snapshots(repository).forget(List.of(second));
    disk.leave(0);
    PruneRequest tomorrow = new PruneRequest(Duration.ofDays(1), 1, "here", Duration.ZERO);
    assertThatThrownBy(() -> new Prune(repository).run(tomorrow))
        .isInstanceOf(StoreFullException.class)
        .hasMessageContaining("prune --grace 0s");
  }

  @Test
  void doesNothingBesideOthersThatHaveALock() {
    try (RepositoryLock other = RepositoryLock.acquire(repository, SHARED)) {
      disk.leave(0);
      LockRequest alone = LockRequest.exclusive("here", Duration.ZERO).dispensable();
      assertThatThrownBy(() -> RepositoryLock.acquire(repository, alone))
          .isInstanceOf(LockedException.class);
    }
    disk.leave(0);
    LockRequest alone = LockRequest.exclusive("here", Duration.ZERO).dispensable();
    try (RepositoryLock lock = RepositoryLock.acquire(repository, alone)) {
      assertThat(lock.id()).isNull();
      disk.leave(1);
      Repository elsewhere = Repository.open(disk.store(), repository.masterKey());
      try (RepositoryLock other = RepositoryLock.acquire(elsewhere, SHARED)) {
        assertThatThrownBy(() -> new Snapshots(repository).forget(List.of(first)))
            .isInstanceOf(LockLostException.class)
            .hasMessageContaining("others came");
      }
    }
  }

  private String backUp() throws IOException {
    try (FileChannel channel = FileChannel.open(volume)) {
      VolumeSource source = new VolumeSource("/v", BlockSource.of(channel), BLOCK);
      BackupRequest request =
          new BackupRequest(
              List.of(source),
              List.of(),
              "coffer",
              List.of(),
              OffsetDateTime.now(),
              Optional.empty());
      return new VolumeBackup(repository).run(request, BackupListener.NONE).snapshotId();
    }
  }

  private void assertRestores(String id) throws IOException {
    assertThat(Files.mismatch(restore(id), volume)).isEqualTo(-1);
  }

  private Path restore(String id) throws IOException {
    Path target = folder.resolve("target");
    repository.refresh();
    try (FileChannel channel =
        FileChannel.open(
            target, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      new VolumeRestore(repository)
          .run(
              new Snapshots(repository).resolve(id),
              "/v",
              RestoreTarget.of(channel),
              RestoreListener.NONE);
    }
    return target;
  }
}
