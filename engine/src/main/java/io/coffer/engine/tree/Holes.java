package io.coffer.engine.tree;

import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/** Where a file has no data: asked of the file system, from Java 22 on. */
public final class Holes implements AutoCloseable {
  private static final int CLOSE_ON_EXEC = 02000000;

  /** A pipe that was put there meanwhile is not waited for. */
  private static final int NON_BLOCKING = 04000;

  private static final int SEEK_END = 2;
  private static final int SEEK_DATA = 3;
  private static final int SEEK_HOLE = 4;

  private static final MethodHandle OPEN =
      Libc.function("open", int.class, byte[].class, int.class).orElse(null);
  private static final MethodHandle SEEK =
      Libc.function("lseek", long.class, int.class, long.class, int.class).orElse(null);
  private static final MethodHandle CLOSE =
      Libc.function("close", int.class, int.class).orElse(null);

  private final int file;
  private final long size;

  private Holes(int file, long size) {
    this.file = file;
    this.size = size;
  }

  /** Empty where the file system, or this Java, does not tell. */
  public static Optional<Holes> of(Path path, long size) {
    if (OPEN == null || SEEK == null || CLOSE == null) {
      return Optional.empty();
    }
    try {
      byte[] name = Libc.path(RawPath.raw(path));
      int file = (int) OPEN.invokeExact(name, CLOSE_ON_EXEC | NON_BLOCKING);
      if (file < 0) {
        return Optional.empty();
      }
      Holes holes = new Holes(file, size);
      if (size == 0 || holes.seek(0, SEEK_HOLE) < 0) {
        holes.close();
        return Optional.empty();
      }
      return Optional.of(holes);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The first position at or behind this one that may hold data; the size of the file if all the
   * rest is a hole.
   */
  public long nextData(long position) {
    long found = seek(position, SEEK_DATA);
    if (found >= 0) {
      return found;
    }
    return seek(0, SEEK_END) == size ? size : position;
  }

  @Override
  public void close() {
    try {
      int result = (int) CLOSE.invokeExact(file);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private long seek(long position, int whence) {
    try {
      return (long) SEEK.invokeExact(file, position, whence);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
