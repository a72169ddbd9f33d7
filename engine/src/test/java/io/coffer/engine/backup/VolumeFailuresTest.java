package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.CancelledException;
import io.coffer.engine.SeededVolume;
import io.coffer.engine.SourceException;
import io.coffer.engine.StoreException;
import io.coffer.engine.StoreFullException;
import io.coffer.engine.check.Check;
import io.coffer.engine.store.BrokenStore;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.FullStore;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A backup that fails says why and leaves a sound repository. */
class VolumeFailuresTest extends VolumeRepository {

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
}
