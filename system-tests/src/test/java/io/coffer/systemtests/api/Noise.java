package io.coffer.systemtests.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;

/** Contents nobody chose. The seed is printed, and {@code -Dcoffer.seed} repeats a run. */
public final class Noise {

  private final Random random;

  public Noise() {
    long seed = Long.getLong("coffer.seed", System.nanoTime());
    System.out.println("coffer.seed=" + seed);
    random = new Random(seed);
  }

  /** Contents that this source of chance chooses. */
  public Noise(Random random) {
    this.random = random;
  }

  /** Bytes that do not compress. */
  public byte[] bytes(int length) {
    byte[] content = new byte[length];
    random.nextBytes(content);
    return content;
  }

  /** Noise with stretches of zeros in it, as disks have them. */
  public byte[] bytesWithHoles(int length) {
    byte[] content = bytes(length);
    for (int i = 0; i < 10; i++) {
      int from = random.nextInt(length);
      Arrays.fill(content, from, Math.min(length, from + random.nextInt(length / 10)), (byte) 0);
    }
    return content;
  }

  /** Overwrites some places of a file with noise; its length stays. */
  public void change(Path file, int places, int bytesEach) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int i = 0; i < places && channel.size() > bytesEach; i++) {
        long at = random.nextLong(channel.size() - bytesEach);
        channel.write(ByteBuffer.wrap(bytes(bytesEach)), at);
      }
    }
  }

  /** Overwrites every second stretch of a file with noise, from its beginning on. */
  public void changeEverySecond(Path file, int length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (long at = 0; at + length <= channel.size(); at += 2L * length) {
        channel.write(ByteBuffer.wrap(bytes(length)), at);
      }
    }
  }
}
