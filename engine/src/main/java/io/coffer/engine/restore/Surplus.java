package io.coffer.engine.restore;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Segments;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.OpenFolder;
import io.coffer.engine.tree.RawPath;
import io.coffer.engine.tree.TreeReader;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes out of a folder what a tree does not have, and what is a folder in one of them only.
 * Nothing is deleted but through folders that are held open, so that no link leads outside, and
 * nothing of what is mounted below: that is told instead.
 */
final class Surplus {
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

  private void compareAll(OpenFolder folder, BlobId tree) {
    tally.checkCancelled();
    Map<String, Optional<BlobId>> wanted = new HashMap<>();
    try (TreeReader nodes = repository.readTree(tree)) {
      nodes.forEach(node -> wanted.put(node.name(), subtree(node)));
    }
    for (String name : names(folder)) {
      setbacks.guard(() -> folder.path(name), () -> compare(folder, name, wanted.get(name)));
    }
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
        for (String entry : names(below)) {
          delete(below, entry, Files.isDirectory(below.entry(entry), LinkOption.NOFOLLOW_LINKS));
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

  private List<String> names(OpenFolder folder) {
    List<String> names = new ArrayList<>();
    setbacks.guard(
        folder::path,
        () -> {
          try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.inode().way())) {
            entries.forEach(entry -> names.add(RawPath.name(entry)));
          } catch (DirectoryIteratorException e) {
            throw e.getCause();
          }
        });
    return names;
  }

  private static Optional<BlobId> subtree(Node node) {
    return node.type() == NodeType.DIR && !Segments.isSegmented(node)
        ? node.subtree()
        : Optional.empty();
  }
}
