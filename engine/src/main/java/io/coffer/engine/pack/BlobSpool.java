package io.coffer.engine.pack;

import com.github.luben.zstd.ZstdOutputStream;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A blob that is made piece by piece: in memory while it is small, else compressed in a temporary
 * file, until its id is known.
 */
public final class BlobSpool extends OutputStream {
  /** The format counts a blob's bytes in 32 bits, and so do arrays. */
  public static final long MOST_BYTES = Integer.MAX_VALUE;

  private static final int LEVEL = 2;
  private static final int BUFFER = 64 * 1024;

  private final Hasher hasher = new Hasher();
  private final ByteArrayOutputStream small = new ByteArrayOutputStream();
  private TemporaryFile file;
  private OutputStream compressing;
  private long length;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    length += count;
    hasher.update(bytes, offset, count);
    if (file == null && length > LargeBlob.BYTES) {
      file = new TemporaryFile();
      compressing =
          new ZstdOutputStream(new BufferedOutputStream(file.out(), BUFFER)).setLevel(LEVEL);
      small.writeTo(compressing);
      small.reset();
    }
    (file == null ? small : compressing).write(bytes, offset, count);
  }

  public long length() {
    return length;
  }

  /** Ends it; the answer is the hash of what was written. */
  public BlobId finish() throws IOException {
    if (file != null) {
      compressing.close();
      compressing = null;
    }
    return hasher.finish();
  }

  /** Whether it lies in a file, as {@link #frame}; else it is in {@link #bytes}. */
  public boolean isLarge() {
    return file != null;
  }

  public byte[] bytes() {
    return small.toByteArray();
  }

  /** The compressed content. */
  public InputStream frame() {
    return file.in(0);
  }

  @Override
  public void close() throws IOException {
    if (compressing != null) {
      compressing.close();
    }
    if (file != null) {
      file.close();
    }
  }
}
