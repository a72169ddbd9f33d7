package io.coffer.engine.tree;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes inodes that Java cannot make: by the C library from Java 22 on, by {@code mknod} before.
 */
public final class SpecialFiles {
  private static final class Mknod {
    static final Libc.Function CALL = Libc.function("mknod").orElse(null);
  }

  private static final class Symlink {
    static final Libc.Function CALL = Libc.function("symlink").orElse(null);
  }

  private SpecialFiles() {}

  /** Makes a symlink with a target of any bytes. */
  public static void link(Path path, String rawTarget) throws IOException {
    if (rawTarget.isEmpty() || rawTarget.indexOf('\0') >= 0) {
      throw new IOException("a link cannot lead to a name that is empty or has a zero byte");
    }
    if (Symlink.CALL != null && isLinked(path, rawTarget)) {
      return;
    }
    Path target = RawPath.of(rawTarget.startsWith("/") ? rawTarget : "/" + rawTarget);
    boolean absolute = rawTarget.startsWith("/");
    Files.createSymbolicLink(path, absolute ? target : target.subpath(0, target.getNameCount()));
  }

  private static boolean isLinked(Path path, String rawTarget) {
    return (int) Symlink.CALL.call(Libc.path(rawTarget), Libc.path(RawPath.raw(path))) == 0;
  }

  /** Makes a device, pipe or socket for its owner only; no socket before Java 22. */
  public static void create(Path path, NodeType type, long device) throws IOException {
    create(path, type, device, 0600);
  }

  /**
   * Makes a device, pipe or socket; no socket before Java 22.
   *
   * @param mode its permissions; from Java 22 on fewer, if the process is to withhold some
   * @throws FileAlreadyExistsException if there is something of that name
   */
  public static void create(Path path, NodeType type, long device, int mode) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    if (Mknod.CALL == null && type == NodeType.SOCKET) {
      throw new IOException("this Java cannot make a socket");
    }
    if (Mknod.CALL == null) {
      make(path, type, device, mode);
      return;
    }
    int kind =
        switch (type) {
          case DEV -> 0060000;
          case CHARDEV -> 0020000;
          case FIFO -> 0010000;
          case SOCKET -> 0140000;
          default -> throw new IllegalArgumentException(type.word());
        };
    if ((int) Mknod.CALL.call(Libc.path(RawPath.raw(path)), kind | mode, device) != 0) {
      throw new IOException("we may not make a " + type.word() + " here, or there is no room");
    }
  }

  /** Sets the times of an inode, not followed if a link. */
  public static void setTimes(Path path, NodeType type, Instant modified, Instant accessed)
      throws IOException {
    LinkOption[] notFollowing = {LinkOption.NOFOLLOW_LINKS};
    InodeTimes.set(path, notFollowing, type, modified, accessed);
  }

  private static void make(Path path, NodeType type, long device, int mode) throws IOException {
    long major = device >>> 8 & 0xfff | device >>> 32 & 0xfffff000L;
    long minor = device & 0xff | device >>> 12 & 0xffffff00L;
    List<String> command =
        new ArrayList<>(List.of("mknod", "-m", Integer.toOctalString(mode), path.toString()));
    if (type == NodeType.FIFO) {
      command.add("p");
    } else {
      String kind = type == NodeType.DEV ? "b" : "c";
      command.addAll(List.of(kind, Long.toString(major), Long.toString(minor)));
    }
    Program.run(command);
  }
}
