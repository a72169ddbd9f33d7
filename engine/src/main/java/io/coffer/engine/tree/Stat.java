package io.coffer.engine.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/**
 * The numbers that the system keeps of an inode, links not followed. Asked directly from Java 22
 * on: for a tree of many files the JDK's attribute maps would take longer than the system.
 *
 * @param allocated bytes on the disk; less than the size of a file with holes, where this is told
 */
record Stat(
    int mode,
    long inode,
    long device,
    long special,
    long links,
    int uid,
    int gid,
    long size,
    long allocated,
    Instant changed,
    Instant modified) {
  private static final String ATTRIBUTES =
      "unix:mode,ino,dev,rdev,nlink,uid,gid,ctime,lastModifiedTime,size";
  private static final int CURRENT_FOLDER = -100;
  private static final int NO_FOLLOW = 0x100;
  private static final int BASIC = 0x7ff;
  private static final int BYTES = 256;
  private static final int BYTES_PER_BLOCK = 512;

  /** Seconds that Java counts in every zone; a file system may keep others. */
  private static final long EARLIEST = Instant.MIN.getEpochSecond() + 86_400 * 366L;

  private static final long LATEST = -EARLIEST;

  private static final ThreadLocal<NativeMemory> FOUND =
      ThreadLocal.withInitial(() -> new NativeMemory(BYTES));

  private static final Libc.Function STATX = Libc.function("statx").orElse(null);

  static Stat of(Path path) throws IOException {
    return STATX != null && ask(path) ? of(FOUND.get().bytes()) : ofAttributes(path);
  }

  private static boolean ask(Path path) {
    long name = Libc.path(RawPath.raw(path));
    return (int) STATX.call(CURRENT_FOLDER, name, NO_FOLLOW, BASIC, FOUND.get().address()) == 0;
  }

  /** By the offsets of {@code struct statx}, which are the same on every machine. */
  private static Stat of(ByteBuffer statx) {
    return new Stat(
        Short.toUnsignedInt(statx.getShort(28)),
        statx.getLong(32),
        device(statx.getInt(136), statx.getInt(140)),
        device(statx.getInt(128), statx.getInt(132)),
        Integer.toUnsignedLong(statx.getInt(16)),
        statx.getInt(20),
        statx.getInt(24),
        statx.getLong(40),
        statx.getLong(48) * BYTES_PER_BLOCK,
        time(statx.getLong(96), statx.getInt(104)),
        time(statx.getLong(112), statx.getInt(120)));
  }

  private static Instant time(long second, int nano) {
    return Instant.ofEpochSecond(Math.max(EARLIEST, Math.min(LATEST, second)), nano);
  }

  /** One number of two, as the C library makes it. */
  private static long device(long major, long minor) {
    return (major & 0xfff) << 8 | (major & ~0xfffL) << 32 | minor & 0xff | (minor & ~0xffL) << 12;
  }

  private static Stat ofAttributes(Path path) throws IOException {
    Map<String, Object> found = Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    return new Stat(
        (int) found.get("mode"),
        (long) found.get("ino"),
        (long) found.get("dev"),
        (long) found.get("rdev"),
        (int) found.get("nlink"),
        (int) found.get("uid"),
        (int) found.get("gid"),
        (long) found.get("size"),
        (long) found.get("size"),
        ((FileTime) found.get("ctime")).toInstant(),
        ((FileTime) found.get("lastModifiedTime")).toInstant());
  }
}
