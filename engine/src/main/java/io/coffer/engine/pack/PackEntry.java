package io.coffer.engine.pack;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.crypto.Sealer;

/**
 * One blob of a pack.
 *
 * @param offset where it begins, sealed, in the pack file, in bytes
 * @param length of it when sealed, in bytes
 * @param uncompressedLength of its plaintext in bytes if what is sealed is a zstd frame, else 0
 */
public record PackEntry(BlobType type, BlobId id, long offset, int length, int uncompressedLength) {
  public boolean compressed() {
    return uncompressedLength != 0;
  }

  /** Bytes of the blob's plaintext. */
  public int plainLength() {
    return compressed() ? uncompressedLength : length - Sealer.OVERHEAD;
  }
}
