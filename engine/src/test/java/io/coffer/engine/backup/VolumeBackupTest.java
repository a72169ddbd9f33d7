package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.Restic;
import io.coffer.engine.SeededVolume;
import io.coffer.engine.check.Check;
import io.coffer.engine.prune.Prune;
import io.coffer.engine.restore.RestoreResult;
import io.coffer.engine.restore.SnapshotFiles;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is backed up comes back, and only what is new is stored. */
class VolumeBackupTest extends VolumeRepository {

  @Test
  void restoresTheSameBytesOfEverySize() throws IOException {
    for (long size : new long[] {0, 1, 4096, 262_144, 262_145, 30_000_001}) {
      Path volume = SeededVolume.write(folder.resolve("v" + size), size, size);
      BackupResult result = backup(volume);
      Path target = folder.resolve("r" + size);
      restore(result.snapshotId(), target);
      assertThat(Files.mismatch(volume, target)).as("size %d", size).isEqualTo(-1);
    }
  }

  @Test
  void keepsVeryLargeVolumesInSegments() throws IOException {
    int block = 4096;
    Path volume = SeededVolume.write(folder.resolve("v"), 70_000_001, 15);
    try (FileChannel channel = FileChannel.open(volume)) {
      BackupRequest request =
          request(new VolumeSource("/server/vol.raw", BlockSource.of(channel), block));
      VolumeBackup backup = new VolumeBackup(repository, 1_000_000);
      BackupResult first = backup.run(request, BackupListener.NONE);
      BackupResult second = backup.run(request, BackupListener.NONE);
      assertThat(second.newBlobs()).isZero();
      Snapshot snapshot = new Snapshots(repository).find(second.snapshotId()).orElseThrow();
      assertThat(new SnapshotFiles(repository).sizes(snapshot))
          .containsEntry("/server/vol.raw", 70_000_001L);
      restore(first.snapshotId(), folder.resolve("r"));
    }
    assertThat(Files.mismatch(volume, folder.resolve("r"))).isEqualTo(-1);
    Restic restic = restic();
    restic.check();
    restic.run("restore", "latest", "--target", folder.resolve("a").toString());
    Path joined = folder.resolve("joined");
    try (var out = Files.newOutputStream(joined)) {
      Files.copy(folder.resolve("a/server/vol.raw/segment-00000/data"), out);
      Files.copy(folder.resolve("a/server/vol.raw/segment-00001/data"), out);
    }
    assertThat(Files.mismatch(volume, joined)).isEqualTo(-1);
  }

  @Test
  void readsNothingNewFromAnUnchangedVolume() throws IOException {
    Path volume = SeededVolume.write(folder.resolve("v"), 20_000_000, 1);
    BackupResult first = backup(volume);
    BackupResult second = backup(volume);
    assertThat(first.storedBytes()).isGreaterThan(3_000_000);
    assertThat(second.storedBytes()).isLessThan(10_000);
    assertThat(second.newBlobs()).isZero();
    assertThat(repository.storedBytes()).isEqualTo(first.storedBytes() + second.storedBytes());
  }

  @Test
  void writesOnlyWhatDiffersInPlace() throws IOException {
    Path volume = SeededVolume.write(folder.resolve("v"), 20_000_001, 2);
    Path original = Files.copy(volume, folder.resolve("copy"));
    BackupResult result = backup(volume);
    SeededVolume.damage(volume, 5, 3);
    RestoreResult restored = restore(result.snapshotId(), volume);
    assertThat(Files.mismatch(volume, original)).isEqualTo(-1);
    assertThat(restored.writtenBytes()).isBetween(1L, 10L * 262_144);
    assertThat(restore(result.snapshotId(), volume).writtenBytes()).isZero();
  }

  @Test
  void pruneFreesWhatForgottenSnapshotsUsed() throws IOException {
    BackupResult kept = backup(SeededVolume.write(folder.resolve("a"), 20_000_000, 7));
    long before = repository.storedBytes();
    BackupResult forgotten = backup(SeededVolume.write(folder.resolve("b"), 20_000_000, 8));
    new Snapshots(repository).forget(List.of(forgotten.snapshotId()));
    long freed = new Prune(repository).run().freedBytes();
    assertThat(freed).isGreaterThan(5_000_000);
    assertThat(repository.storedBytes()).isLessThanOrEqualTo(before + 20_000);
    restore(kept.snapshotId(), folder.resolve("r"));
    assertThat(Files.mismatch(folder.resolve("a"), folder.resolve("r"))).isEqualTo(-1);
    restic().check();
  }

  @Test
  void twoEnginesWriteOneRepositoryAtOnce() throws IOException {
    Path volume = SeededVolume.write(folder.resolve("v"), 20_000_000, 13);
    Path other = SeededVolume.write(folder.resolve("o"), 20_000_000, 13);
    SeededVolume.damage(other, 20, 14);
    List<Path> volumes = List.of(volume, other, volume, other, volume, other);
    volumes.parallelStream()
        .forEach(
            each -> {
              try (FileChannel channel = FileChannel.open(each)) {
                Repository own = Repository.open(repository.store(), keys.masterKey());
                BackupRequest request = request(BlockSource.of(channel));
                new VolumeBackup(own).run(request, BackupListener.NONE);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    assertThat(new Snapshots(repository).list()).hasSize(6);
    assertThat(new Check(repository).run(true).errors()).isEmpty();
    restic().check();
  }

  @Test
  void progressNeverFallsAndEndsAtTheTotal() throws IOException {
    Path volume = SeededVolume.write(folder.resolve("v"), 12_345_678, 11);
    List<Long> seen = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(volume)) {
      backup(
          BlockSource.of(channel),
          new BackupListener() {
            @Override
            public void progressed(BackupProgress progress) {
              seen.add(progress.processedBytes());
            }
          });
    }
    assertThat(seen).isSorted();
    assertThat(seen.get(seen.size() - 1)).isEqualTo(12_345_678L + METADATA.length());
  }
}
