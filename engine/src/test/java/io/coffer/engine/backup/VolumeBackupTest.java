package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.CancelledException;
import io.coffer.engine.Restic;
import io.coffer.engine.SeededVolume;
import io.coffer.engine.SourceException;
import io.coffer.engine.StoreException;
import io.coffer.engine.StoreFullException;
import io.coffer.engine.check.Check;
import io.coffer.engine.prune.Prune;
import io.coffer.engine.restore.RestoreListener;
import io.coffer.engine.restore.RestoreResult;
import io.coffer.engine.restore.RestoreTarget;
import io.coffer.engine.restore.SnapshotFiles;
import io.coffer.engine.restore.VolumeRestore;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.BrokenStore;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.FullStore;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryKeys;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeBackupTest {
  private static final OffsetDateTime TIME =
      OffsetDateTime.of(2026, 3, 1, 12, 0, 0, 0, ZoneOffset.UTC);
  private static final String METADATA = "{\"name\":\"web\"}";

  @TempDir Path folder;
  private RepositoryKeys keys;
  private Repository repository;

  @BeforeEach
  void create() {
    keys = RepositoryKeys.generate();
    repository = Repository.create(new LocalStore(folder.resolve("repo")), keys);
  }

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
    Restic restic = new Restic(folder.resolve("repo"), keys.password());
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
  void leavesAVolumeThatDoesNotAnswerAndGoesOnWithTheNext() throws Exception {
    for (long from : new long[] {0, 9_000_000, 19_000_000}) {
      HangingSource hanging = new HangingSource(20_000_000, from);
      long begun = System.nanoTime();
      assertThatThrownBy(() -> backup(hanging, BackupListener.NONE))
          .isInstanceOf(SourceException.class)
          .hasMessage("/server/vol.raw: it did not answer within 1 s");
      assertThat((System.nanoTime() - begun) / 1e9).isLessThan(30);
      Path volume = SeededVolume.write(folder.resolve("v" + from), 6_000_000, from);
      BackupResult next = backup(volume);
      hanging.answer();
      restore(next.snapshotId(), folder.resolve("r" + from));
      assertThat(Files.mismatch(volume, folder.resolve("r" + from))).isEqualTo(-1);
    }
    assertThat(new Snapshots(repository).list()).hasSize(3);
    assertThat(new Check(repository).run(true).errors()).isEmpty();
  }

  @Test
  void saysWhenAVolumeIsTooLargeForTheMemory() {
    BlockSource huge = new HangingSource(1L << 50, 0);
    assertThatThrownBy(() -> backup(huge, BackupListener.NONE))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("-Xmx");
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
  void stockToolReadsWhatIsWritten() throws IOException {
    Path volume = SeededVolume.write(folder.resolve("v"), 30_000_001, 4);
    BackupResult first = backup(volume);
    Path original = Files.copy(volume, folder.resolve("copy"));
    SeededVolume.damage(volume, 9, 5);
    BackupResult second = backup(volume);
    Restic restic = new Restic(folder.resolve("repo"), keys.password());
    restic.check();
    restic.run("restore", first.snapshotId(), "--target", folder.resolve("a").toString());
    restic.run("restore", second.snapshotId(), "--target", folder.resolve("b").toString());
    assertThat(Files.mismatch(folder.resolve("a/server/vol.raw"), original)).isEqualTo(-1);
    assertThat(Files.mismatch(folder.resolve("b/server/vol.raw"), volume)).isEqualTo(-1);
    assertThat(folder.resolve("a/server/server.json")).hasContent(METADATA);
  }

  @Test
  void readsWhatTheStockToolWrote() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path volume = SeededVolume.write(data.resolve("vol.raw"), 20_000_000, 6);
    Restic restic = new Restic(folder.resolve("stock"), "secret");
    restic.run("init");
    restic.run("backup", data.toString());
    repository = Repository.open(new LocalStore(folder.resolve("stock")), "secret");
    Snapshot snapshot = new Snapshots(repository).resolve("latest");
    Path target = folder.resolve("target");
    String path = volume.toString();
    assertThat(new SnapshotFiles(repository).sizes(snapshot)).containsEntry(path, 20_000_000L);
    restore(snapshot.id(), path, target);
    assertThat(Files.mismatch(target, volume)).isEqualTo(-1);
    backup(volume);
    restic.check();
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
    new Restic(folder.resolve("repo"), keys.password()).check();
  }

  @Test
  void namesTheVolumeThatShrank() throws IOException {
    Path volume = SeededVolume.write(folder.resolve("v"), 5_000_000, 9);
    try (FileChannel channel = FileChannel.open(volume)) {
      BlockSource real = BlockSource.of(channel);
      BlockSource longer =
          new BlockSource() {
            @Override
            public long size() {
              return real.size() + 1;
            }

            @Override
            public int read(java.nio.ByteBuffer target, long position) throws IOException {
              return real.read(target, position);
            }
          };
      assertThatThrownBy(() -> backup(longer, BackupListener.NONE))
          .isInstanceOfSatisfying(
              SourceException.class, e -> assertThat(e.path()).isEqualTo("/server/vol.raw"));
    }
    assertThat(new Snapshots(repository).list()).isEmpty();
    BackupResult result = backup(volume);
    restore(result.snapshotId(), folder.resolve("r"));
    assertThat(Files.mismatch(volume, folder.resolve("r"))).isEqualTo(-1);
  }

  @Test
  void stopsWhenCancelled() throws IOException {
    Path volume = SeededVolume.write(folder.resolve("v"), 5_000_000, 10);
    try (FileChannel channel = FileChannel.open(volume)) {
      BlockSource source = BlockSource.of(channel);
      assertThatThrownBy(
              () ->
                  backup(
                      source,
                      new BackupListener() {
                        @Override
                        public boolean isCancelled() {
                          return true;
                        }
                      }))
          .isInstanceOf(CancelledException.class);
    }
    assertThat(new Snapshots(repository).list()).isEmpty();
  }

  @Test
  void theNextBackupUsesWhatOneThatFailedHadStored() throws IOException {
    Path volume = SeededVolume.write(folder.resolve("v"), 5_000_000, 10);
    AtomicBoolean broken = new AtomicBoolean(true);
    Store store = BrokenStore.of(repository.store(), FileType.SNAPSHOT, broken);
    repository = Repository.open(store, keys.masterKey());
    assertThatThrownBy(() -> backup(volume)).isInstanceOf(StoreException.class);
    broken.set(false);
    assertThat(backup(volume).storedBytes()).isLessThan(10_000);
  }

  @Test
  void givesItsRoomBackWhenTheStoreIsFull() throws IOException {
    Path volume = SeededVolume.write(folder.resolve("v"), 90_000_000, 12);
    Repository whole = repository;
    LocalStore store = new LocalStore(folder.resolve("repo"));
    repository = Repository.open(new FullStore(store, 20_000_000), keys.masterKey());
    assertThatThrownBy(() -> backup(volume)).isInstanceOf(StoreFullException.class);
    assertThat(new Snapshots(repository).list()).isEmpty();
    assertThat(store.list(FileType.PACK)).isEmpty();
    assertThat(store.list(FileType.INDEX)).isEmpty();
    repository = whole;
    BackupResult result = backup(volume);
    restore(result.snapshotId(), folder.resolve("r"));
    assertThat(Files.mismatch(volume, folder.resolve("r"))).isEqualTo(-1);
    assertThat(new Check(repository).run(true).errors()).isEmpty();
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
    new Restic(folder.resolve("repo"), keys.password()).check();
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

  private BackupResult backup(Path volume) throws IOException {
    try (FileChannel channel = FileChannel.open(volume)) {
      return backup(BlockSource.of(channel), BackupListener.NONE);
    }
  }

  private BackupResult backup(BlockSource source, BackupListener listener) {
    return new VolumeBackup(repository).run(request(source), listener);
  }

  private static BackupRequest request(BlockSource source) {
    return request(new VolumeSource("/server/vol.raw", source));
  }

  private static BackupRequest request(VolumeSource source) {
    return new BackupRequest(
        List.of(source),
        List.of(new SmallFile("/server/server.json", METADATA.getBytes())),
        "coffer",
        List.of("coffer:backup=1"),
        TIME,
        Optional.empty());
  }

  private RestoreResult restore(String id, Path target) throws IOException {
    return restore(id, "/server/vol.raw", target);
  }

  private RestoreResult restore(String id, String path, Path target) throws IOException {
    Snapshot snapshot = new Snapshots(repository).find(id).orElseThrow();
    try (FileChannel channel =
        FileChannel.open(
            target, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new VolumeRestore(repository)
          .run(snapshot, path, RestoreTarget.of(channel), RestoreListener.NONE);
    }
  }
}
