package io.coffer.engine.pack;

import io.coffer.engine.Cause;
import io.coffer.engine.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file for what does not fit in memory, in the folder that {@code java.io.tmpdir} names. Only we
 * may read it, and it is gone when the process is, however that ends.
 */
public final class TemporaryFile implements AutoCloseable {
  private final FileChannel channel;

  public TemporaryFile() {
    try {
      Path path = Files.createTempFile("coffer-", null);
      channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Writes behind what was written before; closing it leaves the file open. */
  public OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
        while (left.hasRemaining()) {
          channel.write(left);
        }
      }
    };
  }

  public long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Reads from a place on, whatever else is read or written. */
  public InputStream in(long from) {
    return new InputStream() {
      private long at = from;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = channel.read(ByteBuffer.wrap(into, offset, length), at);
        at += Math.max(0, count);
        return count;
      }
    };
  }

  /** What went wrong, in words. */
  public static StoreException failed(IOException e) {
    String folder = System.getProperty("java.io.tmpdir");
    return new StoreException(
        "a folder of many entries needs room in " + folder + ", which failed: " + Cause.of(e), e);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
