package io.coffer.engine.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/** A volume that does not answer from some position on, until it is told to. */
final class HangingSource implements BlockSource {
  private final long size;
  private final long from;
  private final CountDownLatch answering = new CountDownLatch(1);

  HangingSource(long size, long from) {
    this.size = size;
    this.from = from;
  }

  void answer() {
    answering.countDown();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    if (position >= from) {
      hang();
    }
    byte[] bytes = new byte[(int) Math.min(target.remaining(), size - position)];
    new SplittableRandom(position).nextBytes(bytes);
    target.put(bytes);
    return bytes.length;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(1);
  }

  private void hang() throws IOException {
    try {
      answering.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
