package io.coffer.engine.tree;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import java.nio.ByteBuffer;

/**
 * Finds the end of content-defined chunks with a Gear hash, normalised around one megabyte. The
 * table comes from the repository's polynomial, so that chunk sizes tell nothing about content to
 * one who does not have the key.
 */
public final class Chunker {
  /** Files below this are one chunk, as those of the stock tool. */
  public static final int MIN = 512 * 1024;

  public static final int MAX = 8 * 1024 * 1024;

  private static final int USUAL = 1024 * 1024;

  /** Bytes that the hash depends on. */
  private static final int WINDOW = 64;

  private static final long STRICT = mask(21);
  private static final long LAX = mask(18);

  private final long[] table = new long[256];

  public Chunker(long polynomial) {
    Hasher hasher = new Hasher();
    byte[] seed = new byte[9];
    for (int i = 0; i < table.length; i++) {
      ByteBuffer.wrap(seed).putLong(polynomial).put((byte) i);
      BlobId id = hasher.id(seed, 0, seed.length);
      table[i] = id.a();
    }
  }

  /**
   * The length of the chunk that begins at {@code offset}: at most {@code available}.
   *
   * @param searched how many of its bytes are known not to end it
   */
  public int chunk(byte[] data, int offset, int available, int searched) {
    if (available <= MIN) {
      return available;
    }
    int end = offset + Math.min(available, MAX);
    int usual = Math.min(end, offset + USUAL);
    int begin = offset + Math.max(MIN, searched);
    long hash = 0;
    int at = begin - WINDOW;
    for (; at < begin; at++) {
      hash = (hash << 1) + table[data[at] & 0xff];
    }
    for (; at < usual; at++) {
      hash = (hash << 1) + table[data[at] & 0xff];
      if ((hash & STRICT) == 0) {
        return at + 1 - offset;
      }
    }
    for (; at < end; at++) {
      hash = (hash << 1) + table[data[at] & 0xff];
      if ((hash & LAX) == 0) {
        return at + 1 - offset;
      }
    }
    return end - offset;
  }

  /** The highest bits: those that depend on the most bytes. */
  private static long mask(int bits) {
    return -1L << 64 - bits;
  }
}
