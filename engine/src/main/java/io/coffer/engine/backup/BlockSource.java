package io.coffer.engine.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;

/** A volume to read: safe for many threads at once. */
public interface BlockSource {
  /** Longer than paths and servers of storage take to be replaced by others. */
  Duration USUAL_PATIENCE = Duration.ofMinutes(2);

  /** Bytes of the volume. */
  long size();

  /**
   * Reads into {@code target} from a position on, at most as much as there is room.
   *
   * @return the bytes read, more than zero, or -1 behind the end
   */
  int read(ByteBuffer target, long position) throws IOException;

  /**
   * The first position at or behind this one that may hold something else than zeros, or the size:
   * what lies before it is not read.
   */
  default long nextData(long position) {
    return position;
  }

  /** How long one read may take before the volume counts as one that does not answer. */
  default Duration patience() {
    return USUAL_PATIENCE;
  }

  /** Waits until so many bytes may be read. The time that this takes tests nobody's patience. */
  default void pace(int bytes) throws IOException {}

  /** A file or block device; its size is taken now. */
  static BlockSource of(FileChannel channel) throws IOException {
    long size = channel.size();
    return new BlockSource() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public int read(ByteBuffer target, long position) throws IOException {
        return channel.read(target, position);
      }
    };
  }
}
