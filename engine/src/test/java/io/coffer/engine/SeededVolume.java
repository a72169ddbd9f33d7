package io.coffer.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** A volume image of holes, zeros, random data and data that compresses, from a seed. */
public final class SeededVolume {
  private static final int PIECE = 192 * 1024;

  private SeededVolume() {}

  public static Path write(Path file, long size, long seed) throws IOException {
    Random random = new Random(seed);
    byte[] piece = new byte[PIECE];
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long at = 0; at < size; at += PIECE) {
        int length = (int) Math.min(PIECE, size - at);
        int kind = random.nextInt(20);
        if (kind < 3) {
          continue;
        }
        fill(piece, kind, random);
        out.write(ByteBuffer.wrap(piece, 0, length), at);
      }
      if (out.size() < size) {
        out.write(ByteBuffer.wrap(new byte[1]), size - 1);
      }
    }
    return file;
  }

  /** Overwrites some pieces of 64 KiB. */
  public static void damage(Path file, int pieces, long seed) throws IOException {
    Random random = new Random(seed);
    byte[] piece = new byte[64 * 1024];
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int i = 0; i < pieces; i++) {
        fill(piece, random.nextInt(20), random);
        long at = (long) (random.nextDouble() * Math.max(0, out.size() - piece.length));
        int length = (int) Math.min(piece.length, out.size() - at);
        out.write(ByteBuffer.wrap(piece, 0, length), at);
      }
    }
  }

  private static void fill(byte[] piece, int kind, Random random) {
    if (kind < 6) {
      java.util.Arrays.fill(piece, (byte) 0);
    } else if (kind < 12) {
      random.nextBytes(piece);
    } else {
      for (int i = 0; i < piece.length; i++) {
        piece[i] = (byte) "the quick brown fox jumps".charAt(i % 7 + random.nextInt(18));
      }
    }
  }
}
