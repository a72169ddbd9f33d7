package io.coffer.engine.restore;

import io.coffer.engine.NotFoundException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Segments;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.TreeReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files of a snapshot by path. */
public final class SnapshotFiles {
  private final Repository repository;

  public SnapshotFiles(Repository repository) {
    this.repository = repository;
  }

  /** Path and size in bytes of all files of a snapshot. */
  public Map<String, Long> sizes(Snapshot snapshot) {
    repository.refresh();
    Map<String, Long> sizes = new LinkedHashMap<>();
    collect(snapshot.tree(), "", sizes);
    return sizes;
  }

  /**
   * The node at a path.
   *
   * @throws NotFoundException if there is none
   */
  public Node find(Snapshot snapshot, String path) {
    BlobId tree = snapshot.tree();
    Node found = null;
    for (String part : path.substring(1).split("/", -1)) {
      if (tree == null) {
        throw missing(snapshot, path);
      }
      String name = new String(part.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      found = named(tree, name).orElseThrow(() -> missing(snapshot, path));
      tree = found.subtree().orElse(null);
    }
    return Segments.joined(repository, found);
  }

  /** The sizes in bytes of all files below a folder, together. */
  public long bytes(Node folder) {
    long total = 0;
    try (TreeReader nodes = repository.readTree(folder.subtree().orElseThrow())) {
      for (Node node : nodes) {
        boolean isFolder = node.type() == NodeType.DIR && !Segments.isSegmented(node);
        total += isFolder ? bytes(node) : node.size();
      }
    }
    return total;
  }

  /**
   * What a small file of a snapshot holds.
   *
   * @throws NotFoundException if there is no such file
   */
  public byte[] read(Snapshot snapshot, String path) {
    repository.refresh();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    find(snapshot, path).content().forEach(blob -> bytes.writeBytes(repository.loadBlob(blob)));
    return bytes.toByteArray();
  }

  private Optional<Node> named(BlobId tree, String name) {
    try (TreeReader nodes = repository.readTree(tree)) {
      for (Node node : nodes) {
        if (node.name().equals(name)) {
          return Optional.of(node);
        }
      }
      return Optional.empty();
    }
  }

  private void collect(BlobId tree, String above, Map<String, Long> sizes) {
    for (Node node : repository.loadTree(tree)) {
      byte[] name = node.name().getBytes(StandardCharsets.ISO_8859_1);
      String path = above + "/" + new String(name, StandardCharsets.UTF_8);
      if (node.type() == NodeType.FILE || Segments.isSegmented(node)) {
        sizes.put(path, node.size());
      } else {
        node.subtree().ifPresent(subtree -> collect(subtree, path, sizes));
      }
    }
  }

  private static NotFoundException missing(Snapshot snapshot, String path) {
    return new NotFoundException("snapshot " + snapshot.id() + " has no " + path);
  }
}
