package io.coffer.engine.backup;

/** The block size of a volume: it must stay the same from backup to backup. */
public final class BlockSize {
  private static final long GIB = 1L << 30;
  private static final int KIB = 1024;

  private BlockSize() {}

  /** The usual block size for a volume of so many bytes. */
  public static int forVolume(long bytes) {
    if (bytes <= 64 * GIB) {
      return 256 * KIB;
    }
    return bytes <= 256 * GIB ? 512 * KIB : 1024 * KIB;
  }

  /** Whether volumes are kept in blocks of this size. */
  static boolean isUsual(int bytes) {
    return bytes == 256 * KIB || bytes == 512 * KIB || bytes == 1024 * KIB;
  }
}
