package io.coffer.engine.backup;

import io.coffer.engine.CancelledException;
import io.coffer.engine.Cause;
import io.coffer.engine.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads stretches of one volume into memory. Belongs to one thread, but for {@link #giveUp}: who
 * waits for that thread may go on without it, and then it does no more.
 */
final class BlockReader {
  private static final long IDLE = 0;
  private static final long GIVEN_UP = 2;

  private final VolumeSource volume;
  private final BackupTally tally;
  private final ByteBuffer buffer;
  private final byte[] bytes;

  /** Since when it waits for the volume, as an odd number. */
  private final AtomicLong waiting = new AtomicLong();

  BlockReader(VolumeSource volume, int capacity, BackupTally tally) {
    this.volume = volume;
    this.tally = tally;
    buffer = ByteBuffer.allocateDirect(capacity);
    bytes = new byte[capacity];
  }

  /** What was read last. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * Reads exactly so many bytes to {@link #bytes} from an index on.
   *
   * @throws SourceException if the volume ends before, or cannot be read
   */
  void read(long position, int index, int length) {
    buffer.clear().limit(length);
    try {
      while (buffer.hasRemaining()) {
        volume.source().pace(buffer.remaining());
        if (readSome(position + buffer.position()) < 0) {
          throw new SourceException(
              volume.path(),
              "it ends at byte " + (position + buffer.position()) + " of " + volume.source().size(),
              null);
        }
      }
    } catch (IOException e) {
      throw new SourceException(volume.path(), Cause.of(e), e);
    }
    buffer.flip().get(bytes, index, length);
    tally.readBytes.addAndGet(length);
  }

  /** Whether a stretch holds nothing, as far as the volume tells. */
  boolean isHole(long position, int length) {
    begin();
    try {
      return volume.source().nextData(position) >= position + length;
    } finally {
      end();
    }
  }

  /** Takes this reader out of use if it waits for the volume for too long. */
  boolean giveUp() {
    long since = waiting.get();
    boolean tooLong = System.nanoTime() - since > volume.source().patience().toNanos();
    return (since & 1) == 1 && tooLong && waiting.compareAndSet(since, GIVEN_UP);
  }

  private int readSome(long position) throws IOException {
    begin();
    try {
      return volume.source().read(buffer, position);
    } finally {
      end();
    }
  }

  private void begin() {
    waiting.set(System.nanoTime() | 1);
  }

  private void end() {
    if (waiting.getAndSet(IDLE) == GIVEN_UP) {
      throw new CancelledException();
    }
  }
}
