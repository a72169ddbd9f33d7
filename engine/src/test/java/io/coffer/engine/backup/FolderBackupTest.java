package io.coffer.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.Restic;
import io.coffer.engine.SourceException;
import io.coffer.engine.restore.RestoreListener;
import io.coffer.engine.restore.SnapshotFiles;
import io.coffer.engine.restore.TreeRestore;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryKeys;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store.StoredFile;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.SpecialFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class FolderBackupTest {
  private static final String PATH = "/turbo/files";
  private static final byte[] TOLD = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Path source;
  private Restic restic;
  private Repository repository;

  @BeforeEach
  void create() throws IOException {
    source = Files.createDirectories(folder.resolve("deep/down/source"));
    RepositoryKeys keys = RepositoryKeys.generate();
    repository = Repository.create(new LocalStore(folder.resolve("repo")), keys);
    restic = new Restic(folder.resolve("repo"), keys.password());
    Files.writeString(source.resolve("file"), "content");
    Files.createDirectories(source.resolve("folder/inner"));
    Files.writeString(source.resolve("folder/inner/leaf"), "leaf");
    Files.createSymbolicLink(source.resolve("link"), Path.of("file"));
    Files.createLink(source.resolve("folder/twin"), source.resolve("file"));
    SpecialFiles.create(source.resolve("pipe"), NodeType.FIFO, 0);
    Files.setAttribute(source, "unix:mode", 02751);
    Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2020-02-03T04:05:06Z")));
  }

  @Test
  void isUnderItsOwnPathWithWhatIsToldOfIt() {
    Snapshot snapshot = snapshot(backup(Optional.empty()));
    SnapshotFiles files = new SnapshotFiles(repository);
    assertThat(snapshot.paths()).containsExactly("/turbo");
    assertThat(files.read(snapshot, "/turbo/server.json")).isEqualTo(TOLD);
    assertThat(files.sizes(snapshot)).containsKey("/turbo/files/folder/inner/leaf");
    assertThat(files.bytes(files.find(snapshot, PATH))).isEqualTo(7 + 7 + 4);
    restic.check();
  }

  @Test
  void readsNothingAgainThatDidNotChange() throws IOException {
    BackupResult first = backup(Optional.empty());
    Files.writeString(source.resolve("new"), "added");
    BackupResult second = backup(Optional.of(first.snapshotId()));
    assertThat(second.readBytes()).isEqualTo(5);
    assertThat(second.processedBytes()).isEqualTo(first.processedBytes() + 5);
  }

  @Test
  void makesAFolderWhatItWasAndLeavesNothingElseInIt() throws IOException {
    List<String> before = describe(source);
    Snapshot snapshot = snapshot(backup(Optional.empty()));
    Path outside = Files.writeString(folder.resolve("outside"), "untouched");
    Files.delete(source.resolve("pipe"));
    Files.writeString(source.resolve("file"), "changed, and longer");
    Files.delete(source.resolve("link"));
    Files.createDirectories(source.resolve("link/now a folder"));
    Files.createDirectories(source.resolve("surplus/of/folders"));
    Files.createSymbolicLink(source.resolve("surplus/way out"), folder);
    Files.delete(source.resolve("folder/inner/leaf"));
    Files.delete(source.resolve("folder/inner"));
    Files.createSymbolicLink(source.resolve("folder/inner"), folder);
    Files.setAttribute(source, "unix:mode", 0700);
    replace(snapshot, source);
    assertThat(describe(source)).isEqualTo(before);
    assertThat(outside).hasContent("untouched");
  }

  @Test
  void deletesNothingWhereTheRepositoryLacksWhatIsToComeInstead() throws IOException {
    Snapshot before = snapshot(backup(Optional.empty()));
    Set<String> packs = packs();
    Files.writeString(source.resolve("lost"), "what only one pack holds");
    Snapshot snapshot = snapshot(backup(Optional.of(before.id())));
    Node node = new SnapshotFiles(repository).find(snapshot, PATH);
    new SnapshotFiles(repository)
        .find(snapshot, PATH + "/lost")
        .content()
        .forEach(
            blob -> {
              String pack = repository.index().find(blob).orElseThrow().pack().hex();
              assertThat(packs).doesNotContain(pack);
              repository.delete(FileType.PACK, pack);
            });
    Path surplus = Files.writeString(source.resolve("surplus"), "the only copy");
    TreeRestore.Outcome outcome =
        new TreeRestore(repository).replace(node, source, RestoreListener.NONE);
    assertThat(surplus).hasContent("the only copy");
    assertThat(outcome.damage().isEmpty()).isFalse();
  }

  private Set<String> packs() {
    return repository.store().list(FileType.PACK).stream()
        .map(StoredFile::name)
        .collect(Collectors.toSet());
  }

  @Test
  void makesAnotherFolderTheSame() throws IOException {
    Snapshot snapshot = snapshot(backup(Optional.empty()));
    Path other = folder.resolve("other");
    replace(snapshot, other);
    assertThat(describe(other)).isEqualTo(describe(source));
  }

  @Test
  @EnabledIfSystemProperty(
      named = "user.name",
      matches = "root",
      disabledReason = "only root mounts")
  void deletesNothingThatIsMountedInIt() throws Exception {
    Path empty = Files.createDirectories(source.resolve("folder/empty"));
    Snapshot snapshot = snapshot(backup(Optional.empty()));
    Path other = Files.createDirectories(folder.resolve("another place/with"));
    Path kept = Files.writeString(other.resolve("file"), "kept");
    Path surplus = Files.createDirectories(source.resolve("surplus/mounted"));
    assertThat(run("mount", "--bind", other.getParent().toString(), surplus.toString())).isZero();
    assertThat(run("mount", "--bind", other.toString(), empty.toString())).isZero();
    try {
      Node node = new SnapshotFiles(repository).find(snapshot, PATH);
      List<String> warnings =
          new TreeRestore(repository).replace(node, source, RestoreListener.NONE).warnings();
      assertThat(kept).hasContent("kept");
      assertThat(warnings)
          .hasSize(2)
          .allMatch(warning -> warning.contains("is mounted here, nothing in it is deleted"));
    } finally {
      run("umount", "-l", surplus.toString());
      run("umount", "-l", empty.toString());
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }

  @Test
  void tellsWhatItCouldNotRead() {
    assertThatThrownBy(
            () ->
                new FolderBackup(repository)
                    .run(request(folder.resolve("nowhere"), Optional.empty()), BackupListener.NONE))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("it is not there");
  }

  /** Who has a lease on a file keeps others from opening it, as a server does that is away. */
  @Test
  void aFileThatDoesNotAnswerEndsTheBackupByItsName() throws Exception {
    Path file = Files.writeString(source.resolve("leased"), "content");
    String lease =
        "$SIG{IO} = 'IGNORE'; open(my $file, '+<', $ARGV[0]) or exit 1;"
            + " fcntl($file, 1024, 1) or exit 1; $| = 1; print \"held\\n\"; sleep"; // F_SETLEASE
    Process holder = new ProcessBuilder("perl", "-e", lease, file.toString()).start();
    try {
      assertThat(holder.inputReader().readLine()).as("a lease, which TMPDIR must know").isNotNull();
      FolderBackup impatient = new FolderBackup(repository, Duration.ofSeconds(1));
      assertThatThrownBy(
              () -> impatient.run(request(source, Optional.empty()), BackupListener.NONE))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("leased: it did not answer within 1 s");
      assertThat(new Snapshots(repository).list()).isEmpty();
    } finally {
      holder.destroy();
    }
    assertThat(backup(Optional.empty()).snapshotId()).isNotEmpty();
  }

  private void replace(Snapshot snapshot, Path target) {
    Node node = new SnapshotFiles(repository).find(snapshot, PATH);
    TreeRestore.Outcome outcome =
        new TreeRestore(repository).replace(node, target, RestoreListener.NONE);
    assertThat(outcome.warnings()).isEmpty();
    assertThat(outcome.damage().isEmpty()).isTrue();
  }

  private BackupResult backup(Optional<String> parent) {
    FolderBackup.Outcome outcome =
        new FolderBackup(repository).run(request(source, parent), BackupListener.NONE);
    assertThat(outcome.unreadable()).isEmpty();
    return outcome.result();
  }

  private static FolderRequest request(Path of, Optional<String> parent) {
    return new FolderRequest(
        of,
        PATH,
        List.of(new SmallFile("/turbo/server.json", TOLD)),
        "coffer",
        List.of(),
        OffsetDateTime.now(),
        parent);
  }

  private Snapshot snapshot(BackupResult result) {
    return new Snapshots(repository).find(result.snapshotId()).orElseThrow();
  }

  private static List<String> describe(Path root) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        lines.add(
            root.relativize(path)
                + " "
                + Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS)
                + " "
                + (Files.isSymbolicLink(path)
                    ? Files.readSymbolicLink(path)
                    : Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS))
                + (file ? Files.readString(path) + Files.getAttribute(path, "unix:nlink") : ""));
      }
    }
    lines.sort(null);
    return lines;
  }
}
