package io.coffer.engine.tree;

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

  private static final Libc.Function OPEN = Libc.function("open").orElse(null);
  private static final Libc.Function SEEK = Libc.function("lseek").orElse(null);
  private static final Libc.Function CLOSE = Libc.function("close").orElse(null);

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
    int file = (int) OPEN.call(Libc.path(RawPath.raw(path)), CLOSE_ON_EXEC | NON_BLOCKING);
    if (file < 0) {
      return Optional.empty();
    }
    Holes holes = new Holes(file, size);
    if (size == 0 || holes.seek(0, SEEK_HOLE) < 0) {
      holes.close();
      return Optional.empty();
    }
    return Optional.of(holes);
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
    CLOSE.call(file);
  }

  private long seek(long position, int whence) {
    return SEEK.call(file, position, whence);
  }
}
