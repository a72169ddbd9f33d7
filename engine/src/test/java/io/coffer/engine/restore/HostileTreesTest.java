package io.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.tree.FileMode;
import io.coffer.engine.tree.Metadata;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.TreeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a tree says, and whoever meddles, nothing outside the target changes. */
class HostileTreesTest {
  private static final int TREES = Integer.getInteger("coffer.hostile.trees", 1000);
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2020-01-02T03:04:05Z");

  /** As they stand in the JSON. */
  private static final List<String> NAMES =
      List.of(
          "a", "a", "b", "c", "..", ".", "a/b", "../outside/file", "b\\\\x00c", "x".repeat(300));

  private static final List<Long> LIES =
      List.of(0L, 1L, 1L << 60, Long.MAX_VALUE, 9_000_000L, 8L << 20);

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
                saved.add(new Forger(new Random(seed), saver).tree(0));
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
              Forger forger = new Forger(new Random(1), saver);
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

  private final class Forger {
    private final Random random;

    /** Says nothing that is wrong in itself: links and shared inodes are enough. */
    private final boolean isGentle;

    private final PackSaver saver;
    private final List<BlobId> made = new ArrayList<>();

    Forger(Random random, PackSaver saver) {
      this.random = random;
      this.isGentle = random.nextInt(3) == 0;
      this.saver = saver;
    }

    /** Sewn together of trees of one sound entry each, for no writer writes the whole. */
    BlobId save(List<Node> nodes) {
      StringBuilder json = new StringBuilder("{\"nodes\":[");
      for (Node node : nodes) {
        Node sound = named(node, "sound");
        String one = new String(TreeFile.encode(List.of(sound)), StandardCharsets.UTF_8);
        json.append(json.length() > 10 ? "," : "");
        json.append(
            one.substring(one.indexOf('[') + 1, one.lastIndexOf(']'))
                .replaceFirst("sound", Matcher.quoteReplacement(node.name())));
      }
      return saver.saveTree(json.append("]}\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Node named(Node node, String name) {
      return new Node(
          name,
          node.type(),
          node.metadata(),
          node.size(),
          node.links(),
          node.linkTarget(),
          node.device(),
          node.content(),
          node.subtree());
    }

    BlobId tree(int depth) {
      List<Node> nodes = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        nodes.add(any(depth, "abcd".substring(i, i + 1)));
      }
      if (isGentle || random.nextInt(3) > 0) {
        nodes.sort(Comparator.comparing(Node::name));
      }
      BlobId id = save(nodes);
      made.add(id);
      return id;
    }

    private Node any(int depth, String free) {
      String name = isGentle ? free : NAMES.get(random.nextInt(NAMES.size()));
      return switch (random.nextInt(8)) {
        case 0, 1 -> node(name, NodeType.SYMLINK, linkTarget(), null);
        case 2, 3 -> node(name, NodeType.DIR, "", depth < 4 ? subtree(depth) : nested());
        case 4 -> file(name, isGentle ? 0 : LIES.get(random.nextInt(LIES.size())));
        case 5 -> node(name, NodeType.FIFO, "", null);
        case 6 ->
            isGentle
                ? file(name, 0)
                : node(name, NodeType.DIR, "", noTree()).withContent(1L << 40, List.of());
        default -> file(name, 0);
      };
    }

    /** Trees that hang below themselves as far as hashes let them, and such as are none. */
    private BlobId subtree(int depth) {
      return !made.isEmpty() && random.nextInt(4) == 0
          ? made.get(random.nextInt(made.size()))
          : tree(depth + 1);
    }

    private BlobId nested() {
      return isGentle ? save(new ArrayList<>()) : noTree();
    }

    private BlobId noTree() {
      byte[] garbage = {'{', '"', 'n', (byte) random.nextInt()};
      return random.nextBoolean() ? saver.saveTree(garbage) : nothing();
    }

    private BlobId nothing() {
      byte[] bytes = new byte[8];
      random.nextBytes(bytes);
      return new Hasher().id(bytes, 0, bytes.length);
    }

    private String linkTarget() {
      List<String> targets =
          List.of(
              "../../outside", outside.toString(), outside + "/file", "..", "a", "/", "", "a\0b");
      return targets.get(random.nextInt(targets.size()));
    }

    Node file(String name, long size) {
      List<BlobId> content = new ArrayList<>();
      if (random.nextInt(3) == 0) {
        byte[] bytes = "evil".getBytes(StandardCharsets.UTF_8);
        content.add(saver.lane(0).save(bytes, 0, bytes.length));
      }
      long told = isGentle || random.nextBoolean() ? 4L * content.size() : size;
      Node node = node(name, NodeType.FILE, "", null);
      return node.withContent(told, content);
    }

    /** Inodes with few numbers, so that many claim to be names of one. */
    Node node(String name, NodeType type, String link, BlobId subtree) {
      int mode = random.nextInt(010000) | (type == NodeType.DIR ? FileMode.DIR : 0);
      Metadata metadata =
          new Metadata(mode, TIME, TIME, TIME, 0, 0, "", "", random.nextInt(3), 1, List.of());
      return new Node(
          name,
          type,
          metadata,
          0,
          random.nextInt(3),
          link,
          0,
          List.of(),
          Optional.ofNullable(subtree));
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
