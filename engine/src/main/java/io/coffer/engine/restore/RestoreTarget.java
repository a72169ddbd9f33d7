package io.coffer.engine.restore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A volume or file to restore into: safe for many threads at once. */
public interface RestoreTarget {
  /** Bytes it has now. */
  long size() throws IOException;

  /** Reads from a position on; -1 behind the end. */
  int read(ByteBuffer into, long position) throws IOException;

  /** Writes all that remains in {@code bytes}, making the target longer if need be. */
  void write(ByteBuffer bytes, long position) throws IOException;

  /** A file or block device, open for reading and writing. The caller forces it to disk. */
  static RestoreTarget of(FileChannel channel) {
    return new ChannelTarget(channel);
  }
}
