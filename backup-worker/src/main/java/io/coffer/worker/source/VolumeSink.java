package io.coffer.worker.source;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * A volume that can be written in place.
 *
 * @param name for people
 */
public record VolumeSink(String id, String name, FileChannel channel) implements AutoCloseable {

  /** Bytes that it holds. */
  public long sizeBytes() throws IOException {
    return channel.size();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
