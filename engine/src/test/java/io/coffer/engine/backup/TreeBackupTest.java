package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.Restic;
import io.coffer.engine.SeededVolume;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.check.Check;
import io.coffer.engine.restore.RestoreListener;
import io.coffer.engine.restore.Selection;
import io.coffer.engine.restore.TreeRestore;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryKeys;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.tree.Metadata.ExtendedAttribute;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.PathPattern;
import io.coffer.engine.tree.RawPath;
import io.coffer.engine.tree.SpecialFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

class TreeBackupTest {
  private static final String COMPARED = "unix:mode,nlink,uid,gid,rdev,lastModifiedTime,size";

  @TempDir Path folder;
  private Path source;
  private Restic restic;
  private Repository repository;

  @BeforeEach
  void create() throws IOException {
    source = Files.createDirectory(folder.resolve("source"));
    RepositoryKeys keys = RepositoryKeys.generate(); // cost little to open
    repository = Repository.create(new LocalStore(folder.resolve("repo")), keys);
    restic = new Restic(folder.resolve("repo"), keys.password());
  }

  @Test
  void writesTheSameTreesAsTheStockTool() throws IOException {
    populate();
    restic.run("backup", source.toString());
    Snapshot theirs = new Snapshots(repository).resolve("latest");
    BackupResult result = backup(Optional.empty());
    Snapshot ours = new Snapshots(repository).find(result.snapshotId()).orElseThrow();
    assertThat(ours.tree()).isEqualTo(theirs.tree());
    restic.check();
  }

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

  private void populate() throws IOException {
    Files.createFile(source.resolve("empty"));
    Files.writeString(source.resolve("small"), "hello");
    Files.writeString(source.resolve("a<b>&c\"d\\e"), "escaped");
    Files.writeString(RawPath.of(RawPath.raw(source) + "/bad\u00ff\u00fe\n\u0001"), "bytes");
    Files.writeString(
        RawPath.resolve(source, RawPath.ofText("\u00fcn\u00ef \u2028 \ud83d\udcbe\u00a0")), "x");
    Files.createDirectories(source.resolve("folder/inner"));
    Files.writeString(source.resolve("folder/inner/file"), "deep");
    Files.createSymbolicLink(source.resolve("link"), Path.of("../no/where"));
    Files.createLink(source.resolve("twin"), source.resolve("small"));
    Path sticky = Files.createDirectory(source.resolve("sticky"));
    Files.setAttribute(sticky, "unix:mode", 01777);
    Path setuid = Files.writeString(source.resolve("setuid"), "s");
    Files.setAttribute(setuid, "unix:mode", 06755);
    SpecialFiles.create(source.resolve("pipe"), NodeType.FIFO, 0);
    if (System.getProperty("user.name").equals("root")) {
      SpecialFiles.create(source.resolve("device"), NodeType.CHARDEV, 0x12345);
      Files.setAttribute(setuid, "unix:uid", 1234, LinkOption.NOFOLLOW_LINKS);
    }
    Path old = Files.writeString(source.resolve("old"), "o");
    Instant before = Instant.parse("1965-06-01T01:02:03.000000456Z");
    SpecialFiles.setTimes(old, NodeType.FILE, before, before);
    attribute(source.resolve("empty"));
  }

  /** The stock tool cannot restore such times. */
  @Test
  void setsTimesThatAreMoreThanJavaCounts() throws IOException {
    Instant late = Instant.parse("2400-06-01T01:02:03Z");
    SpecialFiles.setTimes(source, NodeType.DIR, late, late);
    assertThat(Files.getLastModifiedTime(source).toInstant()).isEqualTo(late);
  }

  /** The same bytes, once with holes and once with zeros, are the same chunks. */
  @Test
  void skipsHolesAndCutsTheSameChunks() throws IOException {
    long mib = 1 << 20;
    long[][] data = {{}, {0}, {23}, {0, 9, 10, 21}};
    for (int i = 0; i < data.length; i++) {
      Path sparse = source.resolve("sparse" + i);
      Path dense = Files.createDirectories(folder.resolve("dense")).resolve("dense" + i);
      byte[] content = new byte[(int) (24 * mib + i * 100_001)];
      try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
        file.setLength(content.length);
        for (long at : data[i]) {
          byte[] piece = new byte[700_000];
          new Random(at).nextBytes(piece);
          System.arraycopy(piece, 0, content, (int) (at * mib), piece.length);
          file.seek(at * mib);
          file.write(piece);
        }
      }
      Files.write(dense, content);
    }
    BackupResult result = backup(Optional.empty());
    if (Runtime.version().feature() >= 22) {
      assertThat(result.readBytes()).isLessThan(result.processedBytes() * 3 / 4);
    }
    restore(result.snapshotId(), "/", folder.resolve("r"));
    for (int i = 0; i < data.length; i++) {
      Path restored = below(folder.resolve("r"), source.resolve("sparse" + i));
      assertThat(Files.mismatch(restored, folder.resolve("dense/dense" + i))).isEqualTo(-1);
    }
    source = folder.resolve("dense");
    assertThat(backup(Optional.empty()).newBlobs()).as("only trees").isLessThan(8);
    restic.check();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_22)
  void doesNotReadAHugeHole() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(source.resolve("huge").toFile(), "rw")) {
      file.setLength(64L << 30);
      file.seek(33L << 30);
      file.write(1);
    }
    BackupResult result = backup(Optional.empty());
    assertThat(result.processedBytes()).isEqualTo(64L << 30);
    assertThat(result.readBytes()).isLessThan(40 << 20);
  }

  /** {@code touch} of files and links to seconds that only some file systems keep. */
  @Test
  void keepsFoldersWithTimesThatTheFormatCannotWrite() throws Exception {
    long[] seconds = {-70_000_000_000L, 253_402_300_800L, 400_000_000_000L, -62_167_219_201L};
    for (int i = 0; i < seconds.length; i++) {
      Files.writeString(source.resolve("file" + i), "content " + i);
      Files.createSymbolicLink(source.resolve("link" + i), Path.of("file" + i));
      for (String name : List.of("file" + i, "link" + i)) {
        String[] touch = {"touch", "-h", "-d", "@" + seconds[i], source.resolve(name).toString()};
        assertThat(new ProcessBuilder(touch).start().waitFor()).isZero();
      }
    }
    BackupResult result = backup(Optional.empty());
    restic.check();
    assertThat(new Check(repository).run(true).errors()).isEmpty();
    restic.run("backup", source.toString());
    assertThat(tree(result)).isEqualTo(new Snapshots(repository).resolve("latest").tree());
    assertThat(backup(Optional.of(result.snapshotId())).readBytes()).isZero();
    restore(result.snapshotId(), "/", folder.resolve("r"));
    assertThat(below(folder.resolve("r"), source.resolve("file2"))).hasContent("content 2");
  }

  private BlobId tree(BackupResult result) {
    return new Snapshots(repository).find(result.snapshotId()).orElseThrow().tree();
  }

  private static void attribute(Path path) {
    try {
      io.coffer.engine.tree.ExtendedAttributes.write(
          path, List.of(new ExtendedAttribute("user.note", new byte[] {1, 0, 2})));
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("user.note"); // this file system keeps none
    }
  }

  private BackupResult backup(Optional<String> parent) {
    TreeBackup.Outcome outcome =
        new TreeBackup(repository).run(request(parent), BackupListener.NONE);
    assertThat(outcome.skipped()).isEmpty();
    return outcome.result();
  }

  private TreeRequest request(Optional<String> parent) {
    return new TreeRequest(
        List.of(source), "coffer", List.of(), OffsetDateTime.now(), parent, false, Map.of());
  }

  private void restore(String id, String include, Path target) {
    Snapshot snapshot = new Snapshots(repository).resolve(id);
    TreeRestore.Outcome outcome =
        new TreeRestore(repository)
            .run(
                snapshot,
                Selection.including(List.of(PathPattern.parse(include))),
                target,
                RestoreListener.NONE);
    assertThat(outcome.warnings()).isEmpty();
  }

  private static Path below(Path target, Path path) {
    return target.resolve(Path.of("/").relativize(path));
  }

  /** Everything about everything below a folder, in a fixed order. */
  private static List<String> describe(Path root) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = RawPath.raw(path).substring(RawPath.raw(root).length());
        Map<String, Object> found =
            new java.util.TreeMap<>(
                Files.readAttributes(path, COMPARED, LinkOption.NOFOLLOW_LINKS));
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          found.remove("size");
          found.remove("nlink");
        }
        if (Files.isSymbolicLink(path)) {
          found.put("target", Files.readSymbolicLink(path));
          if (Runtime.version().feature() < 22) {
            found.remove("lastModifiedTime"); // known to the microsecond
          }
        }
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          found.put("content", java.util.Arrays.hashCode(Files.readAllBytes(path)));
          found.put(
              "attributes",
              io.coffer.engine.tree.ExtendedAttributes.read(path, NodeType.FILE).stream()
                  .map(each -> each.name() + List.of(each.value().length))
                  .toList());
        }
        lines.add(name + " " + found);
      }
    }
    lines.sort(null);
    return lines;
  }
}
