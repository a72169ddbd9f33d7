package io.coffer.engine.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/**
 * Makes inodes that Java cannot make: by the C library from Java 22 on, by {@code mknod} before.
 */
public final class SpecialFiles {
  private static final int CURRENT_FOLDER = -100;
  private static final int NO_FOLLOW = 0x100;
  private static final Instant LATEST = Instant.EPOCH.plusNanos(Long.MAX_VALUE);

  private static final class Mknod {
    static final MethodHandle CALL =
        Libc.function("mknod", int.class, byte[].class, int.class, long.class).orElse(null);
  }

  private static final class Utimensat {
    static final MethodHandle CALL =
        Libc.function("utimensat", int.class, int.class, byte[].class, byte[].class, int.class)
            .orElse(null);
  }

  private static final class Symlink {
    static final MethodHandle CALL =
        Libc.function("symlink", int.class, byte[].class, byte[].class).orElse(null);
  }

  private SpecialFiles() {}

  /** Makes a symlink with a target of any bytes. */
  public static void link(Path path, String rawTarget) throws IOException {
    if (Symlink.CALL == null) {
      Path target = RawPath.of(rawTarget.startsWith("/") ? rawTarget : "/" + rawTarget);
      boolean absolute = rawTarget.startsWith("/");
      Files.createSymbolicLink(path, absolute ? target : target.subpath(0, target.getNameCount()));
      return;
    }
    int result;
    try {
      byte[] name = Libc.path(RawPath.raw(path));
      result = (int) Symlink.CALL.invokeExact(Libc.path(rawTarget), name);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    if (result != 0) {
      throw new IOException("cannot make the symlink " + path);
    }
  }

  /** Makes a device, pipe or socket; no socket before Java 22. */
  public static void create(Path path, NodeType type, long device) throws IOException {
    if (Mknod.CALL == null && type == NodeType.SOCKET) {
      throw new IOException("this Java cannot make the socket " + path);
    }
    if (Mknod.CALL == null) {
      make(path, type, device);
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
    int result;
    try {
      result = (int) Mknod.CALL.invokeExact(Libc.path(RawPath.raw(path)), kind | 0600, device);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    if (result != 0) {
      throw new IOException("cannot make the " + type.word() + " " + path);
    }
  }

  /**
   * Sets the times of an inode, not followed if a link. Java itself can do so from 1970 to 2262,
   * for what it may read; only the rest is worth the time that it takes to link the C library.
   */
  public static void setTimes(Path path, NodeType type, Instant modified, Instant accessed)
      throws IOException {
    if (opensHarmlessly(type) && isInRange(modified) && isInRange(accessed)) {
      try {
        Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .setTimes(FileTime.from(modified), FileTime.from(accessed), null);
        return;
      } catch (AccessDeniedException e) {
        // its owner may still do it by its name
      }
    }
    if (Utimensat.CALL == null) {
      run(List.of("touch", "-h", "-m", "-d", modified.toString(), path.toString()));
      run(List.of("touch", "-h", "-a", "-d", accessed.toString(), path.toString()));
      return;
    }
    ByteBuffer times = ByteBuffer.allocate(32).order(ByteOrder.nativeOrder());
    times.putLong(accessed.getEpochSecond()).putLong(accessed.getNano());
    times.putLong(modified.getEpochSecond()).putLong(modified.getNano());
    int result;
    try {
      result =
          (int)
              Utimensat.CALL.invokeExact(
                  CURRENT_FOLDER, Libc.path(RawPath.raw(path)), times.array(), NO_FOLLOW);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    if (result != 0) {
      throw new IOException("cannot set the times of " + path);
    }
  }

  private static void make(Path path, NodeType type, long device) throws IOException {
    long major = device >>> 8 & 0xfff | device >>> 32 & 0xfffff000L;
    long minor = device & 0xff | device >>> 12 & 0xffffff00L;
    List<String> command =
        type == NodeType.FIFO
            ? List.of("mknod", path.toString(), "p")
            : List.of(
                "mknod",
                path.toString(),
                type == NodeType.DEV ? "b" : "c",
                Long.toString(major),
                Long.toString(minor));
    run(command);
  }

  private static boolean isInRange(Instant time) {
    return !time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST);
  }

  /** Java opens what it sets times of: a pipe would wait for a writer, a device do who knows. */
  private static boolean opensHarmlessly(NodeType type) {
    return type == NodeType.FILE || type == NodeType.DIR || type == NodeType.SYMLINK;
  }

  private static void run(List<String> command) throws IOException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + output.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
