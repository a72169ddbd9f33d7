package io.coffer.engine.restore;

import io.coffer.engine.tree.HeldInode;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.OpenFolder;
import io.coffer.engine.tree.User;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the target that may be written to in place: it has no other name, and belongs to whom
 * it shall belong to, so that nobody sees or loses anything by it.
 */
final class OwnFile implements RestoreTarget, AutoCloseable {
  private final HeldInode inode;
  private final FileChannel channel;
  private final RestoreTarget target;
  private volatile boolean touched;

  private OwnFile(HeldInode inode) throws IOException {
    this.inode = inode;
    this.channel = writable(inode);
    this.target = RestoreTarget.of(channel);
  }

  /** Empty if the name is free, or has something else. */
  static Optional<OwnFile> find(OpenFolder folder, Node node) throws IOException {
    Path entry = folder.entry(node.name());
    if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    HeldInode inode = HeldInode.of(entry);
    boolean found = false;
    try {
      found = isOwn(inode, node);
      return found ? Optional.of(new OwnFile(inode)) : Optional.empty();
    } catch (FileSystemException e) { // a program that runs, or not for us to write
      found = false;
      return Optional.empty();
    } finally {
      if (!found) {
        inode.close();
      }
    }
  }

  private static boolean isOwn(HeldInode inode, Node node) throws IOException {
    Map<String, Object> found =
        Files.readAttributes(inode.way(), "unix:nlink,uid,isRegularFile", inode.options());
    long owner = Integer.toUnsignedLong((int) found.get("uid"));
    boolean right = User.isRoot() ? owner == node.metadata().uid() : User.is(owner);
    return right && (boolean) found.get("isRegularFile") && (int) found.get("nlink") == 1;
  }

  /** Its owner may always give himself the right. */
  private static FileChannel writable(HeldInode inode) throws IOException {
    try {
      return inode.channel();
    } catch (AccessDeniedException e) {
      inode.setMode(0600);
      return inode.channel();
    }
  }

  HeldInode inode() {
    return inode;
  }

  /** Whether it is no longer what it was. */
  boolean isTouched() {
    return touched;
  }

  void truncate(long size) throws IOException {
    channel.truncate(size);
  }

  @Override
  public long size() throws IOException {
    return target.size();
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    return target.read(into, position);
  }

  @Override
  public void write(ByteBuffer bytes, long position) throws IOException {
    touched = true;
    target.write(bytes, position);
  }

  @Override
  public void close() throws IOException {
    inode.close();
  }
}
