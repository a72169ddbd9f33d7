package io.coffer.engine.backup;

import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Segments;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.tree.Inode;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.RawPath;
import io.coffer.engine.tree.TreeReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One folder of the parent snapshot; a hint only, so what is missing or damaged counts as new. Only
 * nodes that were last asked for are in memory: whoever asks in the order of the names' bytes reads
 * a folder of any size once.
 */
final class ParentTree implements AutoCloseable {
  private final Repository repository;
  private final Optional<BlobId> tree;
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Node> nodes = new HashMap<>();
  private TreeReader reader;

  /** The last name that was asked for; empty before the first. */
  private String reached = "";

  private long read;
  private long compared;
  private boolean same = true;

  private ParentTree(Repository repository, Optional<BlobId> tree) {
    this.repository = repository;
    this.tree = tree;
  }

  static ParentTree of(Repository repository, Optional<String> snapshot) {
    try {
      return new ParentTree(
          repository,
          snapshot.flatMap(id -> new Snapshots(repository).find(id)).map(found -> found.tree()));
    } catch (DamagedException e) {
      return new ParentTree(repository, Optional.empty());
    }
  }

  /** What has this name; the file, if it is a volume in segments. */
  Optional<Node> node(String name) {
    try {
      return stored(name).map(node -> Segments.joined(repository, node));
    } catch (DamagedException e) {
      return Optional.empty();
    }
  }

  /** The node of a file that has neither changed since nor lost any of its content. */
  Optional<Node> unchanged(String name, Inode now) {
    return node(name)
        .filter(node -> node.type() == NodeType.FILE && now.isUnchangedSince(node))
        .filter(node -> node.content().stream().allMatch(repository.index()::contains));
  }

  /** The folder of this name; an empty one if there is none. */
  ParentTree folder(String name) {
    return new ParentTree(repository, stored(name).flatMap(Node::subtree));
  }

  /** The node at a path below. */
  Optional<Node> find(String path) {
    String[] parts = path.substring(1).split("/", -1);
    ParentTree folder = this;
    for (int i = 0; i < parts.length - 1; i++) {
      folder = folder.folder(RawPath.ofText(parts[i]));
    }
    return folder.node(RawPath.ofText(parts[parts.length - 1]));
  }

  private synchronized Optional<Node> stored(String name) {
    if (!asked.contains(name)) {
      reach(List.of(name));
    }
    return Optional.ofNullable(nodes.get(name));
  }

  /** Reads up to the last of these names, which are in order, and keeps the nodes that have one. */
  synchronized void reach(List<String> names) {
    asked.clear();
    asked.addAll(names);
    nodes.clear();
    if (names.isEmpty()) {
      return;
    }
    try {
      begin(names.get(0));
      reached = names.get(names.size() - 1);
      while (reader != null && reader.hasNext() && reader.nextName().compareTo(reached) <= 0) {
        Node node = reader.next();
        read++;
        if (asked.contains(node.name())) {
          nodes.put(node.name(), node);
        }
      }
    } catch (DamagedException e) {
      same = false;
    }
  }

  private void begin(String first) {
    if (reached.isEmpty() || first.compareTo(reached) <= 0) {
      endReading();
      read = 0;
      reader = tree.map(repository::readTree).orElse(null);
    }
  }

  /** Compares nodes that were reached with what has their names now. */
  synchronized void compare(List<Node> now) {
    same = same && now.stream().allMatch(node -> node.equals(nodes.get(node.name())));
    compared += now.size();
  }

  /** The tree of this folder, if all its nodes were compared, each once, and are the same. */
  synchronized Optional<BlobId> holdingAll() {
    return tree.filter(
        id -> same && reader != null && !reader.hasNext() && read > 0 && read == compared);
  }

  private void endReading() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  @Override
  public synchronized void close() {
    endReading();
    nodes.clear();
  }
}
