package io.coffer.engine.tree;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An inode that this process holds: whatever somebody does to its name meanwhile, it stays the same
 * one. Linux shows what a process holds below {@code /proc}, and a path that begins there begins at
 * the inode itself. Where there is no such path an inode is reached by its name, without following
 * a link: on other systems, and on Java 17 for all but files and folders.
 */
public final class HeldInode implements AutoCloseable {
  private static final String HELD = "/proc/" + ProcessHandle.current().pid() + "/fd/";
  private static final String TOLD = "/proc/" + ProcessHandle.current().pid() + "/fdinfo/";
  private static final String MOUNT = "mnt_id:";
  private static final boolean SHOWN = Files.isDirectory(Path.of(HELD));
  private static final int NONE = -1;
  private static final LinkOption[] FOLLOWING = {};
  private static final LinkOption[] NOT_FOLLOWING = {LinkOption.NOFOLLOW_LINKS};

  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path way;
  private final int number;
  private final boolean isOpen;
  private final Closeable hold;
  private FileChannel channel;

  private HeldInode(Path way, Closeable hold) {
    this.way = way;
    this.number = NONE;
    this.isOpen = false;
    this.hold = hold;
  }

  private HeldInode(int number, boolean isOpen, Closeable hold) {
    this.way = Path.of(HELD + number);
    this.number = number;
    this.isOpen = isOpen;
    this.hold = hold;
  }

  /**
   * Holds what has this name now: the link itself if it is one.
   *
   * @param name an absolute path
   * @throws IOException if there is nothing of that name, or we may not reach it
   */
  public static HeldInode of(Path name) throws IOException {
    int number = SHOWN ? NativeInode.hold(RawPath.raw(name)) : NONE;
    if (number >= 0) {
      return new HeldInode(number, false, () -> NativeInode.close(number));
    }
    BasicFileAttributes found =
        Files.readAttributes(name, BasicFileAttributes.class, NOT_FOLLOWING);
    if (found.isDirectory() || found.isRegularFile()) {
      try {
        return of(FileChannel.open(name, Set.of(READ, LinkOption.NOFOLLOW_LINKS)), name);
      } catch (AccessDeniedException e) {
        // its owner may still do much by its name
      }
    }
    return new HeldInode(name, () -> {});
  }

  /**
   * Makes a file in a folder that this is: one that only its owner may read and write.
   *
   * @throws FileAlreadyExistsException if there is something of that name
   */
  HeldInode create(String name) throws IOException {
    int created = number >= 0 ? NativeInode.create(number, name) : NONE;
    if (created >= 0) {
      return new HeldInode(created, true, () -> NativeInode.close(created));
    }
    Path entry = RawPath.resolve(way, name);
    Set<OpenOption> options = Set.of(READ, WRITE, StandardOpenOption.CREATE_NEW);
    FileChannel opened = FileChannel.open(entry, options, PRIVATE);
    HeldInode inode = of(opened, entry);
    inode.channel = opened;
    return inode;
  }

  private static HeldInode of(FileChannel channel, Path name) {
    OptionalInt number = SHOWN ? ChannelNumber.of(channel) : OptionalInt.empty();
    return number.isPresent()
        ? new HeldInode(number.getAsInt(), false, channel)
        : new HeldInode(name, channel);
  }

  /** Leads to the inode if it is gone as {@link #options} say. */
  public Path way() {
    return way;
  }

  /** Whether the way leads through what is held, not through a name. */
  public boolean isHeld() {
    return number >= 0;
  }

  /** The mount it is reached through, by a name of this machine; where none is told, its device. */
  public String mount() throws IOException {
    if (isHeld()) {
      for (String line : Files.readAllLines(Path.of(TOLD + number))) {
        if (line.startsWith(MOUNT)) {
          return line;
        }
      }
    }
    return Files.getAttribute(way, "unix:dev", options()).toString();
  }

  /** How to go the way: not following a link, unless it leads through what is held. */
  public LinkOption[] options() {
    return isHeld() ? FOLLOWING : NOT_FOLLOWING;
  }

  /** Reads and writes the file that this is; closed with it. */
  public FileChannel channel() throws IOException {
    if (channel == null) {
      Set<OpenOption> options = new HashSet<>(Set.of(READ, WRITE));
      options.addAll(List.of(options()));
      channel = FileChannel.open(way, options);
    }
    return channel;
  }

  /** Writes to the file that this is. */
  public void write(byte[] bytes, int from, int length, long position) throws IOException {
    int done = isOpen ? NativeInode.write(number, bytes, from, length, position) : 0;
    ByteBuffer rest = ByteBuffer.wrap(bytes, from + done, length - done);
    while (rest.hasRemaining()) {
      channel().write(rest, position + rest.position() - from);
    }
  }

  public void setOwner(int user, int group) throws IOException {
    if (!isOpen || !NativeInode.own(number, user, group)) {
      Files.setAttribute(way, "unix:uid", user, options());
      Files.setAttribute(way, "unix:gid", group, options());
    }
  }

  public void setGroup(int group) throws IOException {
    Files.setAttribute(way, "unix:gid", group, options());
  }

  /** The twelve low bits of {@code st_mode}. */
  public void setMode(int mode) throws IOException {
    if (!isOpen || !NativeInode.permit(number, mode)) {
      Files.setAttribute(way, "unix:mode", mode, options());
    }
  }

  public void setTimes(NodeType type, Instant modified, Instant accessed) throws IOException {
    if (!isOpen || !NativeInode.date(number, modified, accessed)) {
      InodeTimes.set(way, options(), type, modified, accessed);
    }
  }

  @Override
  public void close() throws IOException {
    try (hold) {
      if (channel != null) {
        channel.close();
      }
    }
  }
}
