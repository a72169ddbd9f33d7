package io.coffer.engine.restore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A target behind a channel of this machine. */
record ChannelTarget(FileChannel channel) implements RestoreTarget {
  /** The JDK copies every call's bytes through a buffer of that size outside the heap. */
  private static final int SLICE = 256 * 1024;

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    int end = into.limit();
    int count = channel.read(slice(into), position);
    into.limit(end);
    return count;
  }

  @Override
  public void write(ByteBuffer bytes, long position) throws IOException {
    int end = bytes.limit();
    for (long at = position; bytes.position() < end; bytes.limit(end)) {
      at += channel.write(slice(bytes), at);
    }
  }

  private static ByteBuffer slice(ByteBuffer bytes) {
    return bytes.limit(Math.min(bytes.limit(), bytes.position() + SLICE));
  }
}
