package io.coffer.engine.blob;

import java.util.Arrays;

/** All-zero data: found by comparing with a block of zeros, which the JVM does at memory speed. */
public final class Zeros {
  private static final byte[] BLOCK = new byte[64 * 1024];

  private Zeros() {}

  public static boolean isZero(byte[] data, int offset, int length) {
    int end = offset + length;
    for (int at = offset; at < end; at += BLOCK.length) {
      int part = Math.min(BLOCK.length, end - at);
      if (!Arrays.equals(data, at, at + part, BLOCK, 0, part)) {
        return false;
      }
    }
    return true;
  }
}
