package io.coffer.engine.restore;

import io.coffer.engine.blob.Zeros;
import io.coffer.engine.tree.HeldInode;
import java.io.IOException;

/** Leaves runs of zeros out of a new file, where they take no room. */
final class Holes {
  private static final int PIECE = 16 << 10;

  private Holes() {}

  /**
   * Writes what is not zeros, and the end of the file in any case, which gives it its size.
   *
   * @return how many bytes were written
   */
  static int write(HeldInode file, byte[] content, int length, long position, long size)
      throws IOException {
    int written = 0;
    int from = 0;
    for (int at = 0; at + PIECE <= length && position + at + PIECE < size; at += PIECE) {
      if (Zeros.isZero(content, at, PIECE)) {
        file.write(content, from, at - from, position + from);
        written += at - from;
        from = at + PIECE;
      }
    }
    file.write(content, from, length - from, position + from);
    return written + length - from;
  }
}
