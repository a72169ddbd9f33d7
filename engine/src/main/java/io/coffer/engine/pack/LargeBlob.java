package io.coffer.engine.pack;

import com.github.luben.zstd.ZstdInputStream;
import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.crypto.BadSealException;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.crypto.SealedInput;
import java.io.IOException;
import java.io.InputStream;

/**
 * The plaintext of a stored blob that may be larger than memory, as the tree of a folder of a
 * million entries is. That its hash is its id is known at its end, where {@link DamagedException}
 * tells if not; that nobody without the key wrote it, at its beginning.
 */
public final class LargeBlob extends InputStream {
  /** Blobs above this many bytes of plaintext are better read in pieces. */
  public static final int BYTES = 4 << 20;

  private final Hasher hasher = new Hasher();
  private final BlobId pack;
  private final PackEntry entry;
  private final InputStream in;
  private long read;
  private boolean ended;

  /**
   * @param source of the bytes of the sealed blob
   * @throws DamagedException if it is not what was written
   */
  public LargeBlob(MasterKey key, BlobId pack, PackEntry entry, SealedInput.Source source) {
    this.pack = pack;
    this.entry = entry;
    try {
      InputStream opened = new SealedInput(key, entry.length(), source);
      in = entry.compressed() ? new ZstdInputStream(opened) : opened;
    } catch (BadSealException | IOException e) {
      throw damaged(e.getMessage(), e);
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (ended) {
      return -1;
    }
    try {
      int count = in.read(into, offset, length);
      if (count < 0) {
        end();
        return -1;
      }
      hasher.update(into, offset, count);
      read += count;
      return count;
    } catch (IOException e) {
      throw damaged(e.getMessage(), e);
    }
  }

  private void end() {
    ended = true;
    if (read != entry.plainLength()) {
      throw damaged("its content has another length", null);
    }
    if (!hasher.finish().equals(entry.id())) {
      throw damaged("its content has another hash", null);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw damaged(e.getMessage(), e);
    }
  }

  private DamagedException damaged(String why, Exception cause) {
    return new DamagedException(
        "pack " + pack + " is damaged: blob " + entry.id() + ": " + why, cause);
  }
}
