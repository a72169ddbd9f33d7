package io.coffer.engine.tree;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Set;

/**
 * The calls by which the C library, from Java 22 on, reaches inodes by number and not by path: a
 * tree of many small files is restored by little else. They do not tell why they fail; whoever
 * wants to know does the same in Java's own way.
 */
final class NativeInode {
  private static final int PIECE = 128 * 1024;

  /** The bits of {@code open}; that for links differs from machine to machine. */
  private static final int CREATE_TO_READ_AND_WRITE = 0302;

  private static final int CLOSE_ON_EXEC = 02000000;
  private static final int ONLY_HOLD = 010000000;
  private static final int NO_FOLLOW =
      Set.of("aarch64", "arm", "ppc64le").contains(System.getProperty("os.arch"))
          ? 0100000
          : 0400000;

  private static final int NOWHERE = -1;

  private static final ThreadLocal<NativeMemory> BUFFER =
      ThreadLocal.withInitial(() -> new NativeMemory(PIECE));

  private static final Libc.Function OPEN = function("openat");
  private static final Libc.Function CLOSE = function("close");
  private static final Libc.Function WRITE = function("pwrite");
  private static final Libc.Function OWN = function("fchown");
  private static final Libc.Function PERMIT = function("fchmod");
  private static final Libc.Function DATE = function("futimens");

  private NativeInode() {}

  private static Libc.Function function(String name) {
    return Libc.function(name).orElse(null);
  }

  /** Holds what an absolute path leads to, the last link not followed; below 0 if it cannot. */
  static int hold(String rawPath) {
    return open(NOWHERE, rawPath, ONLY_HOLD);
  }

  /** Makes a private file of a name in a folder that is held; below 0 if it cannot. */
  static int create(int folder, String rawName) {
    return open(folder, rawName, CREATE_TO_READ_AND_WRITE);
  }

  private static int open(int folder, String raw, int flags) {
    if (OPEN == null || CLOSE == null) {
      return -1;
    }
    return (int) OPEN.call(folder, Libc.path(raw), flags | NO_FOLLOW | CLOSE_ON_EXEC, 0600);
  }

  static void close(int number) {
    CLOSE.call(number);
  }

  /** Answers how many bytes it wrote; not all if it could not. */
  static int write(int number, byte[] bytes, int from, int length, long position) {
    NativeMemory piece = BUFFER.get();
    int done = 0;
    while (done < length) {
      int next = Math.min(PIECE, length - done);
      piece.bytes().put(0, bytes, from + done, next);
      long written = WRITE.call(number, piece.address(), next, position + done);
      if (written <= 0) {
        return done;
      }
      done += (int) written;
    }
    return done;
  }

  static boolean own(int number, int user, int group) {
    return OWN != null && (int) OWN.call(number, user, group) == 0;
  }

  static boolean permit(int number, int mode) {
    return PERMIT != null && (int) PERMIT.call(number, mode) == 0;
  }

  static boolean date(int number, Instant modified, Instant accessed) {
    return DATE != null && (int) DATE.call(number, Libc.copied(times(modified, accessed))) == 0;
  }

  /** As the C library wants them. */
  static byte[] times(Instant modified, Instant accessed) {
    ByteBuffer times = ByteBuffer.allocate(32).order(ByteOrder.nativeOrder());
    times.putLong(accessed.getEpochSecond()).putLong(accessed.getNano());
    times.putLong(modified.getEpochSecond()).putLong(modified.getNano());
    return times.array();
  }
}
