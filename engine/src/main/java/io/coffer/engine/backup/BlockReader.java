package io.coffer.engine.backup;

import io.coffer.engine.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads stretches of one volume into memory. Belongs to one thread. */
final class BlockReader {
  private final VolumeSource volume;
  private final BackupTally tally;
  private final ByteBuffer buffer;
  private final byte[] bytes;

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
        if (volume.source().read(buffer, position + buffer.position()) < 0) {
          throw new SourceException(
              volume.path(),
              "ends at byte " + (position + buffer.position()) + " of " + volume.source().size(),
              null);
        }
      }
    } catch (IOException e) {
      throw new SourceException(volume.path(), "cannot be read: " + e.getMessage(), e);
    }
    buffer.flip().get(bytes, index, length);
    tally.readBytes.addAndGet(length);
  }
}
