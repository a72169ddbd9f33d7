package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.SeededVolume;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.check.Check;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The engine writes and reads trees as the stock tool does. */
class TreeStockToolTest extends TreeRepository {

  @Test
  void writesTheSameTreesAsTheStockTool() throws IOException {
    populate();
    restic.run("backup", source.toString());
    BlobId theirs = tree("latest");
    assertThat(tree(backup(Optional.empty()))).isEqualTo(theirs);
    restic.check();
  }

  @Test
  void readsUnchangedFilesNoMoreWhoeverWroteTheParent() throws IOException {
    populate();
    SeededVolume.write(source.resolve("large"), 9_000_000, 1);
    restic.run("backup", source.toString());
    String parent = new Snapshots(repository).resolve("latest").id();
    assertThat(backup(Optional.of(parent)).readBytes()).isZero();
    Files.writeString(source.resolve("folder/inner/file"), "changed");
    assertThat(backup(Optional.of(parent)).readBytes()).isEqualTo(7);
  }

  @Test
  void tenSnapshotsOfTwoWritersStandBesideEachOther() throws IOException {
    populate();
    Path file = source.resolve("folder/inner/file");
    for (int i = 0; i < 10; i++) {
      Files.writeString(file, "state " + i);
      if (i % 2 == 0) {
        restic.run("backup", source.toString());
      } else {
        backup(Optional.of(new Snapshots(repository).resolve("latest").id()));
      }
    }
    restic.check();
    assertThat(new Check(repository).run(true).errors()).isEmpty();
    List<Snapshot> all = new Snapshots(repository).list();
    assertThat(all).hasSize(10);
    for (int i = 0; i < 10; i++) {
      Path ours = folder.resolve("ours" + i);
      Path theirs = folder.resolve("theirs" + i);
      restore(all.get(i).id(), "/", ours);
      restic.run("restore", all.get(i).id(), "--target", theirs.toString());
      assertThat(below(ours, file)).hasContent("state " + i);
      assertThat(below(theirs, file)).hasContent("state " + i);
    }
  }

  @Test
  void restoresEveryKindOfInodeAsTheStockToolDoes() throws IOException {
    populate();
    SeededVolume.write(source.resolve("large"), 20_000_000, 2);
    BackupResult result = backup(Optional.empty());
    restic.check();
    restic.run("restore", result.snapshotId(), "--target", folder.resolve("a").toString());
    restore(result.snapshotId(), "/", folder.resolve("b"));
    List<String> original = describe(source);
    assertThat(describe(below(folder.resolve("a"), source))).isEqualTo(original);
    assertThat(describe(below(folder.resolve("b"), source))).isEqualTo(original);
    assertThat(new Check(repository).run(true).errors()).isEmpty();
  }
}
