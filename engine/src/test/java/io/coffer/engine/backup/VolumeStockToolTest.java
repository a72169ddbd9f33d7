package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.Restic;
import io.coffer.engine.SeededVolume;
import io.coffer.engine.restore.SnapshotFiles;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The stock tool and the engine read what the other wrote. */
class VolumeStockToolTest extends VolumeRepository {

  @Test
  void stockToolReadsWhatIsWritten() throws IOException {
    Path volume = SeededVolume.write(folder.resolve("v"), 30_000_001, 4);
    BackupResult first = backup(volume);
    Path original = Files.copy(volume, folder.resolve("copy"));
    SeededVolume.damage(volume, 9, 5);
    BackupResult second = backup(volume);
    Restic restic = restic();
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
}
