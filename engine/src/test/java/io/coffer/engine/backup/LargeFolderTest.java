package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.EngineRun;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.restore.SnapshotFiles;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Folders whose trees are too large to be made and read in memory. */
class LargeFolderTest {
  private static final int ENTRIES = 14_000;

  enum Kind {
    FILES,
    FOLDERS,
    LINKS,
    /** So long that the names lie in a file too. */
    LONG_NAMES
  }

  @TempDir Path folder;
  private EngineRun engine;
  private Path source;
  private String above;

  @BeforeEach
  void init() throws IOException {
    engine = new EngineRun(folder);
    engine.init();
    source = Files.createDirectories(folder.resolve("source/large"));
    above = source.getParent().toString();
  }

  @ParameterizedTest
  @EnumSource
  void backsUpAndRestoresFirstUnchangedAndWithOneMore(Kind kind) throws IOException {
    make(kind);
    BlobId first = backUp();
    long stored = open().storedBytes();
    assertThat(backUp()).isEqualTo(first);
    assertThat(open().storedBytes() - stored).isLessThan(20_000);
    Files.writeString(source.resolve("m one more"), "one more");
    assertThat(backUp()).isNotEqualTo(first);
    assertThat(engine.run("check", "--read-data").output()).contains("no errors");
    Path target = folder.resolve("target");
    assertThat(engine.run("restore", "latest", "--target", target.toString()).code()).isZero();
    assertThat(content(target.resolve("." + source))).isEqualTo(content(source));
    engine.restic().check();
  }

  @Test
  void goesOnFromWhatTheStockToolWroteAndTheOtherWayRound() throws IOException {
    make(Kind.LINKS);
    engine.restic().run("backup", above);
    BlobId theirs = latest();
    assertThat(backUp()).isEqualTo(theirs);
    engine.restic().run("backup", above);
    assertThat(latest()).isEqualTo(theirs);
    engine.restic().check();
  }

  @Test
  void forgetsAndPrunesIt() throws IOException {
    make(Kind.FILES);
    backUp();
    Files.delete(source.resolve("e7"));
    backUp();
    List<Snapshot> all = new Snapshots(open()).list();
    assertThat(engine.run("forget", all.get(0).id()).code()).isZero();
    assertThat(engine.run("prune", "--grace", "0s", "--max-unused", "0").code()).isZero();
    assertThat(engine.run("check", "--read-data").output()).contains("no errors");
  }

  @Test
  void namesItWhenItIsDamaged() throws IOException {
    make(Kind.FOLDERS);
    backUp();
    LocalStore store = new LocalStore(engine.repository());
    String largest =
        store.list(FileType.PACK).stream()
            .max(Comparator.comparingLong(StoredFile::bytes))
            .orElseThrow()
            .name();
    byte[] pack = store.read(FileType.PACK, largest);
    pack[pack.length / 2]++;
    store.delete(FileType.PACK, largest);
    store.write(FileType.PACK, largest, pack);
    EngineRun.Result check = engine.run("check", "--read-data");
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.output() + check.error()).contains(largest);
    assertThat(engine.run("backup", "--force", above).code()).isZero();
  }

  private void make(Kind kind) throws IOException {
    Random random = new Random(5);
    for (int i = 0; i < ENTRIES; i++) {
      Path entry = source.resolve("e" + i);
      switch (kind) {
        case FILES -> Files.writeString(entry, "file " + i % 100);
        case FOLDERS -> Files.createDirectory(entry);
        case LINKS -> Files.createSymbolicLink(entry, Path.of("target " + random.nextLong()));
        case LONG_NAMES -> Files.createFile(source.resolve(random.nextLong() + "n".repeat(220)));
      }
    }
  }

  private BlobId backUp() {
    assertThat(engine.run("backup", above).code()).isZero();
    return latest();
  }

  /** The tree of the large folder in the latest snapshot; what is above it changes by itself. */
  private BlobId latest() {
    Repository repository = open();
    repository.refresh();
    List<Snapshot> all = new Snapshots(repository).list();
    return new SnapshotFiles(repository)
        .find(all.get(all.size() - 1), source.toString())
        .subtree()
        .orElseThrow();
  }

  private static List<String> content(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(LargeFolderTest::describe).sorted().toList();
    }
  }

  private static String describe(Path entry) {
    try {
      String name = entry.getFileName().toString();
      if (Files.isSymbolicLink(entry)) {
        return name + " -> " + Files.readSymbolicLink(entry);
      }
      return Files.isDirectory(entry) ? name + "/" : name + ": " + Files.readString(entry);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Repository open() {
    return engine.open();
  }
}
