package io.coffer.engine.pack;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.crypto.BadSealException;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.crypto.Sealer;

/**
 * Opens blobs and checks that they are what their id says. One instance belongs to one thread at a
 * time; a decoded blob stays valid until the next one is decoded.
 */
public final class BlobDecoder implements AutoCloseable {
  /** Buffers above this are not kept for blobs that need less. */
  private static final int LARGE = 8 << 20;

  private final ZstdDecompressCtx zstd = ZstdLibrary.decompressor();
  private final Hasher hasher = new Hasher();
  private final Sealer sealer;
  private byte[] opened = new byte[0];
  private byte[] plain = new byte[0];

  public BlobDecoder(MasterKey key) {
    sealer = new Sealer(key);
  }

  public Sealer sealer() {
    return sealer;
  }

  /** The array that holds the last decoded blob from index 0 on. */
  public byte[] plain() {
    return plain;
  }

  /**
   * Decodes the sealed blob that begins at {@code offset}.
   *
   * @param pack named in the error
   * @return the length of the plaintext in {@link #plain}
   * @throws DamagedException if authenticator, compression, length or hash are not right
   */
  public int decode(PackEntry entry, BlobId pack, byte[] in, int offset) {
    try {
      int length = open(entry, in, offset);
      if (entry.compressed() && length != entry.uncompressedLength()) {
        throw damaged(entry, pack, "its content has another length", null);
      }
      if (!hasher.id(plain, 0, length).equals(entry.id())) {
        throw damaged(entry, pack, "its content has another hash", null);
      }
      return length;
    } catch (BadSealException | ZstdException e) {
      throw damaged(entry, pack, e.getMessage(), e);
    }
  }

  private int open(PackEntry entry, byte[] in, int offset) {
    if (!entry.compressed()) {
      plain = atLeast(plain, entry.length());
      return sealer.open(in, offset, entry.length(), plain, 0);
    }
    opened = atLeast(opened, entry.length());
    int size = sealer.open(in, offset, entry.length(), opened, 0);
    plain = atLeast(plain, entry.uncompressedLength());
    return zstd.decompressByteArray(plain, 0, entry.uncompressedLength(), opened, 0, size);
  }

  /** Lets go of the buffers. */
  public void rest() {
    opened = new byte[0];
    plain = new byte[0];
  }

  private static byte[] atLeast(byte[] buffer, int length) {
    boolean fits = buffer.length >= length && (buffer.length <= LARGE || length > LARGE);
    return fits ? buffer : new byte[length];
  }

  private static DamagedException damaged(
      PackEntry entry, BlobId pack, String why, Exception cause) {
    return new DamagedException(
        "pack " + pack + " is damaged: blob " + entry.id() + ": " + why, cause);
  }

  @Override
  public void close() {
    zstd.close();
  }
}
