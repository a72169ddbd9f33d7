package io.coffer.engine.pack;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.crypto.Envelope;

/**
 * One blob of a pack.
 *
 * @param offset where its envelope begins in the pack file, in bytes
 * @param length of its envelope, in bytes
 * @param uncompressedLength of its plaintext in bytes if the envelope holds a zstd frame, else 0
 */
public record PackEntry(BlobType type, BlobId id, long offset, int length, int uncompressedLength) {
  public boolean compressed() {
    return uncompressedLength != 0;
  }

  /** Bytes of the blob's plaintext. */
  public int plainLength() {
    return compressed() ? uncompressedLength : length - Envelope.OVERHEAD;
  }
}
