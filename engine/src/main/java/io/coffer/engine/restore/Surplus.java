package io.coffer.engine.restore;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Segments;
import io.coffer.engine.tree.FolderNames;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.OpenFolder;
import io.coffer.engine.tree.TreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;

/**
 * Takes out of a folder what a tree does not have, and what is a folder in one of them only.
 * Nothing is deleted but through folders that are held open, so that no link leads outside, and
 * nothing of what is mounted below: that is told instead.
 */
final class Surplus {
  private static final int TOGETHER = 1000;

  private final Repository repository;
  private final Setbacks setbacks;
  private final RestoreTally tally;
  private String mount;

  Surplus(Repository repository, Setbacks setbacks, RestoreTally tally) {
    this.repository = repository;
    this.setbacks = setbacks;
    this.tally = tally;
  }

  void remove(OpenFolder top, BlobId tree) throws IOException {
    mount = top.inode().mount();
    compareAll(top, tree);
  }

  /** Both sides come in the order of their bytes, however many there are. */
  private void compareAll(OpenFolder folder, BlobId tree) throws IOException {
    tally.checkCancelled();
    try (FolderNames names = names(folder);
        TreeReader nodes = repository.readTree(tree)) {
      while (names.hasNext()) {
        for (String name : names.next(TOGETHER)) {
          Optional<BlobId> wanted = reach(nodes, name);
          setbacks.guard(() -> folder.path(name), () -> compare(folder, name, wanted));
        }
      }
    }
  }

  /** The folder that the tree has under a name; empty for anything else, null for nothing. */
  private static Optional<BlobId> reach(TreeReader nodes, String name) {
    while (nodes.hasNext() && nodes.nextName().compareTo(name) < 0) {
      nodes.next();
    }
    return nodes.hasNext() && nodes.nextName().equals(name) ? subtree(nodes.next()) : null;
  }

  private void compare(OpenFolder folder, String name, Optional<BlobId> wanted) throws IOException {
    boolean isFolder = Files.isDirectory(folder.entry(name), LinkOption.NOFOLLOW_LINKS);
    if (wanted == null || wanted.isPresent() != isFolder) {
      requireNotMounted(folder);
      delete(folder, name, isFolder);
    } else if (isFolder) {
      try (OpenFolder below = folder.enter(name)) {
        compareAll(below, wanted.get());
      }
    }
  }

  private void delete(OpenFolder folder, String name, boolean isFolder) throws IOException {
    tally.checkCancelled();
    if (isFolder) {
      try (OpenFolder below = folder.enter(name)) {
        requireNotMounted(below);
        try (FolderNames names = names(below)) {
          while (names.hasNext()) {
            for (String entry : names.next(TOGETHER)) {
              delete(
                  below, entry, Files.isDirectory(below.entry(entry), LinkOption.NOFOLLOW_LINKS));
            }
          }
        }
      }
    }
    Files.deleteIfExists(folder.entry(name));
  }

  private void requireNotMounted(OpenFolder folder) throws IOException {
    if (!folder.inode().mount().equals(mount)) {
      throw new IOException(folder.path() + " is mounted here, nothing in it is deleted");
    }
  }

  private FolderNames names(OpenFolder folder) {
    FolderNames names = new FolderNames();
    setbacks.guard(folder::path, () -> names.readFrom(folder.inode().way()));
    names.sort();
    return names;
  }

  private static Optional<BlobId> subtree(Node node) {
    return node.type() == NodeType.DIR && !Segments.isSegmented(node)
        ? node.subtree()
        : Optional.empty();
  }
}
