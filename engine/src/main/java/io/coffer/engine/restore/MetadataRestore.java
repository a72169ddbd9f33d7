package io.coffer.engine.restore;

import io.coffer.engine.Cause;
import io.coffer.engine.tree.ExtendedAttributes;
import io.coffer.engine.tree.FileMode;
import io.coffer.engine.tree.HeldInode;
import io.coffer.engine.tree.Metadata;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.User;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Sets owner, attributes, times and permissions; what the system refuses is told. */
final class MetadataRestore {
  /** The bits setuid and setgid. */
  private static final int RUN_AS_OWNER = 06000;

  private final Setbacks setbacks;

  MetadataRestore(Setbacks setbacks) {
    this.setbacks = setbacks;
  }

  /**
   * A change of owner takes permissions away, and these may forbid the rest: so they come last. A
   * program that is to run as its owner must not become one that runs as another.
   *
   * @param path for people
   */
  void apply(HeldInode inode, Node node, Supplier<Path> path) {
    Metadata metadata = node.metadata();
    boolean owned = own(inode, metadata, path);
    orTell(
        path, "attributes", () -> ExtendedAttributes.write(inode, metadata.extendedAttributes()));
    orTell(
        path,
        "times",
        () ->
            inode.setTimes(
                node.type(), metadata.mtime().toInstant(), metadata.atime().toInstant()));
    if (node.type() != NodeType.SYMLINK && (inode.isHeld() || !isSpecial(node.type()))) {
      int all = FileMode.permissions(metadata.mode());
      int mode = owned ? all : all & ~RUN_AS_OWNER;
      orTell(path, "permissions", () -> inode.setMode(mode));
    }
  }

  /** Only root gives away; others can but choose among their groups, and are not told of it. */
  private boolean own(HeldInode inode, Metadata metadata, Supplier<Path> path) {
    if (User.isRoot()) {
      return orTell(
          path, "owner", () -> inode.setOwner((int) metadata.uid(), (int) metadata.gid()));
    }
    try {
      if (User.is(metadata.uid())) {
        inode.setGroup((int) metadata.gid());
        return true;
      }
    } catch (IOException e) {
      return false;
    }
    return false;
  }

  /** What Java would have to open to set its permissions; it was made with them. */
  private static boolean isSpecial(NodeType type) {
    return type != NodeType.FILE && type != NodeType.DIR;
  }

  private boolean orTell(Supplier<Path> path, String what, Setbacks.Part step) {
    try {
      step.run();
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      String cause = e instanceof IOException io ? Cause.of(io) : "this file system has none";
      setbacks.obstacle(path.get(), "its " + what + " cannot be set: " + cause);
      return false;
    }
  }
}
