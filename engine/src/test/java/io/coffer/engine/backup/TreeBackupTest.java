package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.check.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A tree comes back as it was, and what did not change is not read again. */
class TreeBackupTest extends TreeRepository {

  @Test
  void aFolderWhoseTreeIsTooLargeIsLeftOutAlone() throws IOException {
    for (String name : List.of("large", "folder/large", "small")) {
      Files.createDirectories(source.resolve(name));
      for (int i = 0; i < (name.equals("small") ? 3 : 30); i++) {
        Files.createFile(source.resolve(name).resolve("e" + i));
      }
    }
    Files.createFile(source.resolve("folder/beside"));
    TreeBackup.Outcome outcome =
        new TreeBackup(repository, 5_000).run(request(Optional.empty()), BackupListener.NONE);
    String why = ": has more entries than one folder can be kept with";
    assertThat(outcome.skipped())
        .containsExactlyInAnyOrder(source + "/large" + why, source + "/folder/large" + why);
    assertThat(restic.run("ls", outcome.result().snapshotId()))
        .contains("/small/e2", "/folder/beside")
        .doesNotContain("/large");
    restic.check();
  }

  @Test
  void keepsTheTreesOfFoldersInWhichNothingChanged() throws IOException {
    populate();
    BackupResult first = backup(Optional.empty());
    Files.writeString(source.resolve("folder/inner/file"), "changed");
    assertThat(backup(Optional.of(first.snapshotId())).newBlobs()).isPositive();
    Files.writeString(source.resolve("folder/inner/file"), "again");
    BackupResult withParent = backup(Optional.of(first.snapshotId()));
    BackupResult without = backup(Optional.empty());
    assertThat(tree(withParent)).isEqualTo(tree(without));
    assertThat(without.newBlobs()).isZero();
    restic.check();
  }

  @Test
  void takesNoDamagedTreeOverFromTheParent() throws IOException {
    Path inner = Files.createDirectory(source.resolve("inner"));
    Path file = Files.writeString(inner.resolve("file"), "content");
    BackupResult parent = backup(Optional.empty());
    try (Stream<Path> packs = Files.walk(folder.resolve("repo/data"))) {
      for (Path pack : packs.filter(Files::isRegularFile).toList()) {
        assertThat(pack.toFile().setWritable(true)).isTrue();
        Files.write(pack, new byte[(int) Files.size(pack)]);
      }
    }
    Files.delete(file);
    BackupResult emptied = backup(Optional.of(parent.snapshotId()));
    restore(emptied.snapshotId(), inner.toString(), folder.resolve("out"));
    assertThat(below(folder.resolve("out"), inner)).isEmptyDirectory();
  }

  @Test
  void keepsFoldersAThousandLevelsDeep() throws Exception {
    Path deepest = source;
    for (int level = 0; level < 1000; level++) {
      deepest = deepest.resolve("d");
    }
    Files.createDirectories(deepest);
    Files.writeString(deepest.resolve("leaf"), "deep");
    BackupResult result = backup(Optional.empty());
    restore(result.snapshotId(), "/", folder.resolve("d"));
    assertThat(below(folder.resolve("d"), deepest.resolve("leaf"))).hasContent("deep");
    assertThat(new Check(repository).run(true).errors()).isEmpty();
    // Where JUnit cleans up, it takes ten seconds over paths of this length.
    String[] remove = {"rm", "-r", source.resolve("d").toString(), folder.resolve("d").toString()};
    assertThat(new ProcessBuilder(remove).start().waitFor()).isZero();
  }

  @Test
  void restoresOneFolderOutOfATree() throws IOException {
    populate();
    BackupResult result = backup(Optional.empty());
    restore(result.snapshotId(), source + "/folder/inner", folder.resolve("one"));
    Path restored = below(folder.resolve("one"), source);
    assertThat(restored.resolve("folder/inner/file")).hasContent("deep");
    assertThat(restored.resolve("small")).doesNotExist();
  }
}
