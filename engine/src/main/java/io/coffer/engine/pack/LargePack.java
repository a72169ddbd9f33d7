package io.coffer.engine.pack;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.crypto.SealedOutput;
import io.coffer.engine.crypto.Sealer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;

/** A pack of one blob that may be larger than memory, sealed in a temporary file. */
public final class LargePack implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final TemporaryFile file = new TemporaryFile();
  private final MessageDigest digest = Hasher.sha256();
  private PackEntry entry;
  private BlobId id;

  private LargePack() {}

  /**
   * @param blob the id of the spool's content
   */
  public static LargePack of(MasterKey key, BlobType type, BlobId blob, BlobSpool spool)
      throws IOException {
    LargePack pack = new LargePack();
    try {
      pack.fill(key, type, blob, spool);
      return pack;
    } catch (IOException | RuntimeException e) {
      pack.close();
      throw e;
    }
  }

  private void fill(MasterKey key, BlobType type, BlobId blob, BlobSpool spool) throws IOException {
    OutputStream out = new DigestOutputStream(new BufferedOutputStream(file.out(), BUFFER), digest);
    long frameBytes;
    try (SealedOutput sealed = new SealedOutput(key, out);
        InputStream frame = spool.frame()) {
      frameBytes = frame.transferTo(sealed);
    }
    int length = Math.toIntExact(frameBytes + Sealer.OVERHEAD);
    entry = new PackEntry(type, blob, 0, length, Math.toIntExact(spool.length()));
    byte[] header = new Sealer(key).seal(PackHeader.encode(List.of(entry)));
    out.write(header);
    out.write(
        ByteBuffer.allocate(PackHeader.LENGTH_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(header.length)
            .array());
    out.flush();
    id = BlobId.of(digest.digest(), 0);
  }

  public BlobId id() {
    return id;
  }

  public PackEntry entry() {
    return entry;
  }

  public long size() {
    return file.size();
  }

  /** All bytes of the pack file. */
  public InputStream in() {
    return file.in(0);
  }

  @Override
  public void close() {
    file.close();
  }
}
