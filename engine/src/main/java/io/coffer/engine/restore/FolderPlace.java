package io.coffer.engine.restore;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.OpenFolder;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of the snapshot on its way into the target: made, with all above it, when something is
 * first put into it, and held open until all of that is there.
 */
final class FolderPlace implements AutoCloseable {
  private final Path target;
  private final FolderPlace above;
  private final Node node;
  private final BlobId tree;
  private final List<String> names;
  private OpenFolder open;

  private FolderPlace(Path target, FolderPlace above, Node node, BlobId tree, List<String> names) {
    this.target = target;
    this.above = above;
    this.node = node;
    this.tree = tree;
    this.names = names;
  }

  static FolderPlace top(Path target, BlobId tree) {
    return new FolderPlace(target, null, null, tree, List.of());
  }

  FolderPlace below(Node folder) {
    return new FolderPlace(target, this, folder, folder.subtree().orElseThrow(), names(folder));
  }

  /** The raw names from the top to an entry of this folder. */
  List<String> names(Node entry) {
    List<String> all = new ArrayList<>(names);
    all.add(entry.name());
    return all;
  }

  boolean isTop() {
    return above == null;
  }

  /** Of all but the top. */
  Node node() {
    return node;
  }

  /** What is in it. */
  BlobId tree() {
    return tree;
  }

  /** For people. */
  Path path() {
    return isTop() ? target : above.path(node.name());
  }

  /** For people. */
  Path path(String name) {
    return RawPath.resolve(path(), name);
  }

  synchronized OpenFolder open() throws IOException {
    if (open == null) {
      open = isTop() ? OpenFolder.of(target) : above.open().enterOrMake(node.name());
    }
    return open;
  }

  synchronized boolean isOpen() {
    return open != null;
  }

  /** Goes there once more, from handle to handle; the top has to be open. */
  OpenFolder reach() throws IOException {
    if (isTop()) {
      return open().again();
    }
    try (OpenFolder before = above.reach()) {
      return before.enter(node.name());
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }
}
