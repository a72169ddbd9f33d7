package io.coffer.engine.restore;

import io.coffer.engine.Crew;
import io.coffer.engine.TargetException;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.blob.Zeros;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks at what the target holds, before anything is fetched: blocks that are right already stay as
 * they are, zero blocks are made on the spot.
 */
final class TargetScan {
  private static final int BLOCKS_AT_ONCE = 16;

  private final FileLayout layout;
  private final RestoreTarget target;
  private final RestoreTally tally;
  private final long existing;
  private final BitSet done;
  private final AtomicInteger cursor = new AtomicInteger();

  TargetScan(FileLayout layout, RestoreTarget target, long existing, RestoreTally tally) {
    this.layout = layout;
    this.target = target;
    this.existing = existing;
    this.tally = tally;
    this.done = new BitSet(layout.blocks());
  }

  /** The blocks that need no more work. */
  BitSet run(Crew crew) {
    crew.run(number -> work(crew));
    return done;
  }

  private void work(Crew crew) {
    Hasher hasher = new Hasher();
    byte[] bytes = new byte[0];
    while (!crew.failed()) {
      int first = cursor.getAndAdd(BLOCKS_AT_ONCE);
      if (first >= layout.blocks()) {
        return;
      }
      tally.checkCancelled();
      int end = Math.min(layout.blocks(), first + BLOCKS_AT_ONCE);
      for (int block = first; block < end; block++) {
        int length = layout.length(block);
        if (bytes.length < length) {
          bytes = new byte[length];
        }
        if (isRight(block, bytes, hasher)) {
          synchronized (done) {
            done.set(block);
          }
          tally.processed(length);
        }
      }
    }
  }

  private boolean isRight(int block, byte[] bytes, Hasher hasher) {
    long offset = layout.offset(block);
    int length = layout.length(block);
    boolean zero = layout.isZero(block);
    if (offset >= existing) {
      return zero;
    }
    if (offset + length > existing) {
      return false;
    }
    read(offset, bytes, length);
    if (!zero) {
      return hasher.id(bytes, 0, length).equals(layout.id(block));
    }
    if (!Zeros.isZero(bytes, 0, length)) {
      write(offset, length);
    }
    return true;
  }

  private void read(long offset, byte[] bytes, int length) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
      while (buffer.hasRemaining()) {
        if (target.read(buffer, offset + buffer.position()) < 0) {
          throw new TargetException("the target became shorter", null);
        }
      }
    } catch (IOException e) {
      throw new TargetException("the target cannot be read: " + e.getMessage(), e);
    }
  }

  private void write(long offset, int length) {
    try {
      target.write(ByteBuffer.wrap(new byte[length]), offset);
      tally.writtenBytes.addAndGet(length);
    } catch (IOException e) {
      throw new TargetException("the target cannot be written: " + e.getMessage(), e);
    }
  }
}
