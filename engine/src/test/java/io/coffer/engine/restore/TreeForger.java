package io.coffer.engine.restore;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.tree.FileMode;
import io.coffer.engine.tree.Metadata;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.TreeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;

/** Makes trees that no honest writer makes: of bad names, cycles, links and lies. */
final class TreeForger {
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2020-01-02T03:04:05Z");

  /** As they stand in the JSON. */
  private static final List<String> NAMES =
      List.of(
          "a", "a", "b", "c", "..", ".", "a/b", "../outside/file", "b\\\\x00c", "x".repeat(300));

  private static final List<Long> LIES =
      List.of(0L, 1L, 1L << 60, Long.MAX_VALUE, 9_000_000L, 8L << 20);

  private final Random random;
  private final Path outside;

  /** Says nothing that is wrong in itself: links and shared inodes are enough. */
  private final boolean isGentle;

  private final PackSaver saver;
  private final List<BlobId> made = new ArrayList<>();

  TreeForger(Random random, Path outside, PackSaver saver) {
    this.random = random;
    this.outside = outside;
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
        List.of("../../outside", outside.toString(), outside + "/file", "..", "a", "/", "", "a\0b");
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
