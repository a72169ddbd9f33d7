package io.coffer.engine.tree;

import java.lang.invoke.MethodHandle;
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

  private static final ThreadLocal<ByteBuffer> BUFFER =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(PIECE));

  private static final MethodHandle OPEN =
      function("openat", int.class, int.class, byte[].class, int.class, int.class);
  private static final MethodHandle CLOSE = function("close", int.class, int.class);
  private static final MethodHandle WRITE =
      function("pwrite", long.class, int.class, ByteBuffer.class, long.class, long.class);
  private static final MethodHandle OWN =
      function("fchown", int.class, int.class, int.class, int.class);
  private static final MethodHandle PERMIT = function("fchmod", int.class, int.class, int.class);
  private static final MethodHandle DATE = function("futimens", int.class, int.class, byte[].class);

  private NativeInode() {}

  private static MethodHandle function(String name, Class<?> result, Class<?>... arguments) {
    return Libc.function(name, result, arguments).orElse(null);
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
    try {
      return (int)
          OPEN.invokeExact(folder, Libc.path(raw), flags | NO_FOLLOW | CLOSE_ON_EXEC, 0600);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static void close(int number) {
    try {
      int result = (int) CLOSE.invokeExact(number);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers how many bytes it wrote; not all if it could not. */
  static int write(int number, byte[] bytes, int length, long position) {
    int done = 0;
    try {
      while (done < length) {
        int next = Math.min(PIECE, length - done);
        ByteBuffer piece = BUFFER.get().clear().put(bytes, done, next).flip();
        long written = (long) WRITE.invokeExact(number, piece, (long) next, position + done);
        if (written <= 0) {
          return done;
        }
        done += (int) written;
      }
      return done;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean own(int number, int user, int group) {
    try {
      return OWN != null && (int) OWN.invokeExact(number, user, group) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean permit(int number, int mode) {
    try {
      return PERMIT != null && (int) PERMIT.invokeExact(number, mode) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean date(int number, Instant modified, Instant accessed) {
    try {
      return DATE != null && (int) DATE.invokeExact(number, times(modified, accessed)) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the C library wants them. */
  static byte[] times(Instant modified, Instant accessed) {
    ByteBuffer times = ByteBuffer.allocate(32).order(ByteOrder.nativeOrder());
    times.putLong(accessed.getEpochSecond()).putLong(accessed.getNano());
    times.putLong(modified.getEpochSecond()).putLong(modified.getNano());
    return times.array();
  }
}
