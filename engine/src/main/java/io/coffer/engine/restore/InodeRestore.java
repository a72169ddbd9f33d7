package io.coffer.engine.restore;

import io.coffer.engine.Cause;
import io.coffer.engine.TargetException;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Segments;
import io.coffer.engine.tree.FileMode;
import io.coffer.engine.tree.HeldInode;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.OpenFolder;
import io.coffer.engine.tree.SpecialFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;

/** Restores single inodes of any kind but folders. Safe for many threads. */
final class InodeRestore {
  private final Repository repository;
  private final FileRestore files;
  private final MetadataRestore metadata;
  private final LateEntries late;
  private final Setbacks setbacks;

  InodeRestore(
      Repository repository,
      FileRestore files,
      MetadataRestore metadata,
      LateEntries late,
      Setbacks setbacks) {
    this.repository = repository;
    this.files = files;
    this.metadata = metadata;
    this.late = late;
    this.setbacks = setbacks;
  }

  /** Whence the folder comes. */
  interface Opening {
    OpenFolder open() throws IOException;
  }

  /** Restores one entry of a folder under its name; what stands against it is noted. */
  void restore(FolderPlace place, Node node) {
    restore(place, node, place::open);
  }

  void restore(FolderPlace place, Node node, Opening opening) {
    setbacks.guard(
        () -> place.path(node.name()),
        () -> {
          OpenFolder folder = opening.open();
          try {
            restore(folder, node);
            late.isRestored(place, node);
          } catch (IOException | TargetException e) {
            if (!isNoRoom(e) || !late.mayWait(place, node)) {
              throw e;
            }
          }
        });
  }

  private void restore(OpenFolder folder, Node node) throws IOException {
    if (node.type() == NodeType.FILE || Segments.isSegmented(node)) {
      files.restore(folder, Segments.joined(repository, node));
    } else {
      make(folder, node);
    }
  }

  private static boolean isNoRoom(Exception failure) {
    Throwable cause = failure instanceof TargetException ? failure.getCause() : failure;
    return cause instanceof IOException e && Cause.isNoRoom(e);
  }

  private void make(OpenFolder folder, Node node) throws IOException {
    NewInode.put(
        folder,
        node.name(),
        name -> {
          if (node.type() == NodeType.SYMLINK) {
            SpecialFiles.link(folder.entry(name), node.linkTarget());
          } else {
            int mode = node.metadata().mode() & FileMode.PERMISSIONS;
            SpecialFiles.create(folder.entry(name), node.type(), node.device(), mode);
          }
          try (HeldInode inode = HeldInode.of(folder.entry(name))) {
            requireKind(inode, node);
            metadata.apply(inode, node, () -> folder.path(node.name()));
          }
        });
  }

  /** Somebody may have put another thing in its place. */
  private static void requireKind(HeldInode inode, Node node) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(inode.way(), BasicFileAttributes.class, inode.options());
    if (node.type() == NodeType.SYMLINK ? !found.isSymbolicLink() : !found.isOther()) {
      throw new FileSystemException(null, null, "somebody put another thing in its place");
    }
  }
}
