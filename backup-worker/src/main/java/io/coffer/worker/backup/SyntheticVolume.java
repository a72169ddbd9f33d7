package io.coffer.worker.backup;

import io.coffer.engine.backup.BlockSource;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** A volume that nobody stored: no block is like another, and every other MiB compresses well. */
record SyntheticVolume(long size) implements BlockSource {

  private static final int MIB = 1 << 20;

  @Override
  public int read(ByteBuffer target, long position) {
    if (position >= size) {
      return -1;
    }
    byte[] bytes = new byte[(int) Math.min(target.remaining(), size - position)];
    new SplittableRandom(size + position).nextBytes(bytes);
    if (position / MIB % 2 == 1) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] &= 7;
      }
    }
    target.put(bytes);
    return bytes.length;
  }
}
