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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One folder of the parent snapshot; a hint only, so what is missing or damaged counts as new. */
final class ParentTree {
  private final Repository repository;
  private final Optional<BlobId> tree;
  private final Map<String, Node> nodes = new HashMap<>();

  private ParentTree(Repository repository, Optional<BlobId> tree) {
    this.repository = repository;
    this.tree = tree.filter(this::read);
  }

  /** Whether every name in it stands for one node; a foreign tree may have two of one name. */
  private boolean read(BlobId id) {
    try {
      List<Node> found = repository.loadTree(id);
      found.forEach(node -> nodes.put(node.name(), node));
      return found.size() == nodes.size();
    } catch (DamagedException e) {
      return false;
    }
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
      return Optional.ofNullable(nodes.get(name)).map(node -> Segments.joined(repository, node));
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

  /** The tree of this folder if it has just these nodes now, in whatever order. */
  Optional<BlobId> holding(List<Node> now) {
    return tree.filter(
        same ->
            now.size() == nodes.size()
                && now.stream().allMatch(node -> node.equals(nodes.get(node.name()))));
  }

  /** The folder of this name; an empty one if there is none. */
  ParentTree folder(String name) {
    return new ParentTree(repository, Optional.ofNullable(nodes.get(name)).flatMap(Node::subtree));
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
}
