package io.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.SeededVolume;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Harm;
import io.coffer.engine.store.StoredTwice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sound is restored, and each file that is not is named and not there. */
class SoundRestTest {
  @TempDir Path folder;
  private TreeVault vault;
  private Path source;
  private Path target;

  @BeforeEach
  void create() throws IOException {
    vault = new TreeVault(folder.resolve("repo"));
    source = Files.createDirectory(folder.resolve("source"));
    target = folder.resolve("target");
    Files.createDirectories(source.resolve("first"));
    Files.createDirectories(source.resolve("last"));
    Files.writeString(source.resolve("first/a"), "a");
  }

  @ParameterizedTest
  @EnumSource
  void aPackCostsOnlyTheFilesThatNeedIt(Harm harm) throws IOException {
    vault.backup(source);
    Set<String> before = vault.packs(BlobType.DATA);
    SeededVolume.write(source.resolve("last/b"), 3000, 13);
    SeededVolume.write(source.resolve("last/large"), 9_000_000, 3);
    vault.backup(source);
    Set<String> hurt = dataPacks(before);
    SeededVolume.write(source.resolve("last/sound"), 9_000_000, 4);
    Files.createLink(source.resolve("first/twin"), source.resolve("last/b"));
    Snapshot snapshot = vault.backup(source);
    hurt.forEach(pack -> harm.to(vault.store(), pack));
    Files.createDirectories(below("last"));
    Files.writeString(below("last/b"), "was here");
    TreeRestore.Outcome outcome = vault.restore(snapshot, target);
    assertThat(paths(outcome.damage()))
        .containsExactlyInAnyOrder(
            below("first/twin").toString(),
            below("last/b").toString(),
            below("last/large").toString());
    assertThat(outcome.damage().first().toString()).contains(hurt);
    assertThat(below("first/a")).hasContent("a");
    assertThat(Files.mismatch(below("last/sound"), source.resolve("last/sound"))).isEqualTo(-1);
    assertThat(below("last/large")).doesNotExist();
    assertThat(below("last/b")).hasContent("was here");
    assertThat(below("last")).isDirectoryContaining("glob:**/{b,sound}");
    try (Stream<Path> left = Files.list(below("last"))) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void aLargeFileThatIsThereStaysIfItsPackIsLost() throws IOException {
    Set<String> before = vault.packs(BlobType.DATA);
    Path large = SeededVolume.write(source.resolve("last/large"), 9_000_000, 3);
    Snapshot snapshot = vault.backup(source);
    Files.createDirectories(below("last"));
    Files.writeString(below("last/large"), "x".repeat(10_000_000));
    dataPacks(before).forEach(pack -> Harm.LOSS.to(vault.store(), pack));
    assertThat(paths(vault.restore(snapshot, target).damage()))
        .contains(below("last/large").toString());
    assertThat(below("last/large")).hasContent("x".repeat(10_000_000));
    assertThat(large).exists();
  }

  @ParameterizedTest
  @EnumSource
  void aTreeCostsOnlyItsFolder(Harm harm) throws IOException {
    Snapshot snapshot = vault.backup(source);
    Set<String> known = vault.packs(BlobType.TREE);
    Files.writeString(source.resolve("last/b"), "b");
    Snapshot later = vault.backup(source.resolve("last"));
    Set<String> hurt = vault.packs(BlobType.TREE);
    hurt.removeAll(known);
    Snapshot all = vault.backup(source);
    hurt.forEach(pack -> harm.to(vault.store(), pack));
    vault.reopen();
    TreeRestore.Outcome outcome = vault.restore(all, target);
    assertThat(paths(outcome.damage())).contains(below("last").toString());
    assertThat(below("first/a")).hasContent("a");
    assertThat(vault.restore(later, folder.resolve("other")).damage().isEmpty()).isFalse();
    assertThat(vault.restore(snapshot, folder.resolve("third")).damage().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "LOSS, true",
    "LOSS, false",
    "FLIP, true",
    "FLIP, false",
    "TRUNCATION, true",
    "TRUNCATION, false"
  })
  void whatLiesInAnotherPackTooComesFromThere(Harm harm, boolean first) throws IOException {
    Path large = SeededVolume.write(source.resolve("last/large"), 9_000_000, 3);
    List<Snapshot> snapshots = new ArrayList<>(List.of(vault.backup(source)));
    List<Set<String>> packs =
        StoredTwice.by(
            vault.store(),
            () -> {
              vault.reopen();
              snapshots.add(vault.backup(source));
            });
    packs.get(first ? 0 : 1).forEach(pack -> harm.to(vault.store(), pack));
    vault.reopen();
    Snapshot snapshot = snapshots.get(first ? 1 : 0);
    for (int time = 0; time < 2; time++) {
      assertThat(vault.restore(snapshot, target).damage().first()).isEmpty();
      assertThat(Files.mismatch(below("last/large"), large)).isEqualTo(-1);
      assertThat(below("first/a")).hasContent("a");
      SeededVolume.damage(below("last/large"), 5, time); // and once more over what is there
    }
  }

  /** A tree of some megabytes is read in pieces. */
  @ParameterizedTest
  @CsvSource({"LOSS, true", "LOSS, false", "FLIP, true", "FLIP, false", "TRUNCATION, true"})
  void theTreeOfALargeFolderComesFromAnotherPackToo(Harm harm, boolean first) throws IOException {
    Path wide = Files.createDirectory(source.resolve("wide"));
    for (int i = 0; i < 1_500; i++) {
      Files.createSymbolicLink(wide.resolve("link " + i), Path.of("/target/".repeat(400) + i));
    }
    List<Snapshot> snapshots = new ArrayList<>(List.of(vault.backup(source)));
    List<Set<String>> packs =
        StoredTwice.by(
            vault.store(),
            () -> {
              vault.reopen();
              snapshots.add(vault.backup(source));
            });
    packs.get(first ? 0 : 1).forEach(pack -> harm.to(vault.store(), pack));
    vault.reopen();

    assertThat(vault.restore(snapshots.get(first ? 1 : 0), target).damage().first()).isEmpty();
    try (Stream<Path> links = Files.list(below("wide"))) {
      assertThat(links).hasSize(1_500);
    }
  }

  private Set<String> dataPacks(Set<String> before) {
    Set<String> packs = vault.packs(BlobType.DATA);
    packs.removeAll(before);
    return packs;
  }

  private static List<String> paths(RestoreFailures failures) {
    return failures.first().stream().map(RestoreFailures.Failure::path).toList();
  }

  private Path below(String name) {
    return target.resolve(Path.of("/").relativize(source)).resolve(name);
  }
}
