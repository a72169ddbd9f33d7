package io.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a tree says, and whoever meddles, nothing outside the target changes. */
class HostileTreesTest {
  private static final int TREES = Integer.getInteger("coffer.hostile.trees", 1000);

  @TempDir Path folder;
  private Path outside;
  private TreeVault vault;

  @BeforeEach
  void create() throws IOException {
    vault = new TreeVault(folder.resolve("repo"));
    outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("file"), "mine");
    Files.createDirectory(outside.resolve("a"));
    Files.writeString(outside.resolve("a/b"), "mine too");
  }

  @Test
  void aThousandTreesWriteNothingOutsideTheTarget() throws IOException {
    List<BlobId> trees =
        vault.save(
            saver -> {
              List<BlobId> saved = new ArrayList<>();
              for (int seed = 0; seed < TREES; seed++) {
                saved.add(new TreeForger(new Random(seed), outside, saver).tree(0));
              }
              return saved;
            });
    List<String> before = describe(outside);
    long sound = 0;
    for (int seed = 0; seed < TREES; seed++) {
      Path target = folder.resolve("in/target" + seed);
      TreeRestore.Outcome outcome = vault.restore(TreeVault.of(trees.get(seed)), target);
      sound += outcome.damage().isEmpty() ? 1 : 0;
      assertThat(describe(outside)).as("seed %d", seed).isEqualTo(before);
      try (Stream<Path> beside = Files.list(folder.resolve("in"))) {
        assertThat(beside.toList()).as("seed %d", seed).containsExactly(target);
      }
      remove(target);
    }
    assertThat(sound).isBetween(TREES / 20L, TREES * 9L / 10);
  }

  /** What a folder with one name twice did: the link first, the folder through it. */
  @Test
  void aFolderAndALinkOfOneNameAreDamage() throws IOException {
    BlobId tree =
        vault.save(
            saver -> {
              TreeForger forger = new TreeForger(new Random(1), outside, saver);
              BlobId inner = forger.save(List.of(forger.file("file", 0)));
              Node link = forger.node("a", NodeType.SYMLINK, outside.toString(), null);
              Node within = forger.node("a", NodeType.DIR, "", inner);
              return forger.save(List.of(link, within));
            });
    List<String> before = describe(outside);
    TreeRestore.Outcome outcome = vault.restore(TreeVault.of(tree), folder.resolve("in"));
    assertThat(outcome.damage().count()).isEqualTo(1);
    assertThat(outcome.damage().first().get(0).cause()).contains("twice");
    assertThat(describe(outside)).isEqualTo(before);
  }

  /** Links that lie in the target since before. */
  @Test
  void foldersThatAreLinksInTheTargetAreReplaced() throws IOException {
    Path source = Files.createDirectories(folder.resolve("source/a")).getParent();
    Files.writeString(source.resolve("a/b"), "new");
    Path restored = folder.resolve("in").resolve(Path.of("/").relativize(source));
    Files.createDirectories(restored);
    Files.createSymbolicLink(restored.resolve("a"), outside.resolve("a"));
    List<String> before = describe(outside);
    vault.restore(vault.backup(source), folder.resolve("in"));
    assertThat(describe(outside)).isEqualTo(before);
    assertThat(restored.resolve("a")).isDirectory();
    assertThat(Files.isSymbolicLink(restored.resolve("a"))).isFalse();
    assertThat(restored.resolve("a/b")).hasContent("new");
  }

  @Test
  void whoeverSwapsFoldersForLinksMeanwhileLeadsNothingOutside() throws Exception {
    Path source = Files.createDirectory(folder.resolve("source"));
    for (int i = 0; i < 40; i++) {
      Path inner = Files.createDirectories(source.resolve("d" + i % 4 + "/a"));
      Files.writeString(inner.resolve("f" + i), "content " + i);
    }
    Files.createLink(source.resolve("d0/a/twin"), source.resolve("d1/a/f1"));
    var snapshot = vault.backup(source);
    Path target = folder.resolve("in");
    Path restored = target.resolve(Path.of("/").relativize(source));
    List<String> before = describe(outside);
    AtomicBoolean stop = new AtomicBoolean();
    Thread meddler = new Thread(() -> swap(restored, stop));
    meddler.start();
    try {
      for (int i = 0; i < 25; i++) {
        vault.restore(snapshot, target);
      }
    } finally {
      stop.set(true);
      meddler.join();
    }
    assertThat(describe(outside)).isEqualTo(before);
    remove(target);
    assertThat(vault.restore(snapshot, target).warnings()).isEmpty();
  }

  private void swap(Path restored, AtomicBoolean stop) {
    for (int i = 0; !stop.get(); i++) {
      Path victim = restored.resolve("d" + i % 4);
      Path aside = restored.resolve("aside");
      try {
        Files.move(victim, aside);
        Files.createSymbolicLink(victim, outside);
        Thread.yield();
        Files.deleteIfExists(victim);
        Files.move(aside, victim);
      } catch (IOException e) {
        try {
          remove(aside);
        } catch (IOException | java.io.UncheckedIOException left) {
          continue; // the restore is just at it
        }
      }
    }
  }

  private static List<String> describe(Path root) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String attributes = "unix:mode,nlink,uid,gid,lastModifiedTime,ctime,size";
        lines.add(
            path
                + " "
                + new TreeMap<>(Files.readAttributes(path, attributes, LinkOption.NOFOLLOW_LINKS)));
      }
    }
    lines.sort(null);
    return lines;
  }

  private static void remove(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
