package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.Restic;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.restore.RestoreListener;
import io.coffer.engine.restore.Selection;
import io.coffer.engine.restore.SnapshotFiles;
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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A repository of its own for each test, and a tree that is backed up into it. */
abstract class TreeRepository {
  private static final String COMPARED = "unix:mode,nlink,uid,gid,rdev,lastModifiedTime,size";

  @TempDir Path folder;
  Path source;
  Restic restic;
  Repository repository;

  @BeforeEach
  void create() throws IOException {
    source = Files.createDirectory(folder.resolve("source"));
    RepositoryKeys keys = RepositoryKeys.generate(); // cost little to open
    repository = Repository.create(new LocalStore(folder.resolve("repo")), keys);
    restic = new Restic(folder.resolve("repo"), keys.password());
  }

  void populate() throws IOException {
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

  BlobId tree(BackupResult result) {
    return tree(result.snapshotId());
  }

  /** The tree of the source in a snapshot: others change what is above it at any time. */
  BlobId tree(String id) {
    repository.refresh();
    Snapshot snapshot = new Snapshots(repository).resolve(id);
    return new SnapshotFiles(repository).find(snapshot, source.toString()).subtree().orElseThrow();
  }

  private static void attribute(Path path) {
    try {
      io.coffer.engine.tree.ExtendedAttributes.write(
          path, List.of(new ExtendedAttribute("user.note", new byte[] {1, 0, 2})));
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("user.note"); // this file system keeps none
    }
  }

  BackupResult backup(Optional<String> parent) {
    TreeBackup.Outcome outcome =
        new TreeBackup(repository).run(request(parent), BackupListener.NONE);
    assertThat(outcome.skipped()).isEmpty();
    return outcome.result();
  }

  TreeRequest request(Optional<String> parent) {
    return new TreeRequest(
        List.of(source), "coffer", List.of(), OffsetDateTime.now(), parent, false, Map.of());
  }

  void restore(String id, String include, Path target) {
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

  static Path below(Path target, Path path) {
    return target.resolve(Path.of("/").relativize(path));
  }

  /** Everything about everything below a folder, in a fixed order. */
  static List<String> describe(Path root) throws IOException {
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
