package io.coffer.engine.index;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.pack.PackEntry;

/** Where a blob lies. */
public record BlobLocation(BlobId pack, PackEntry entry) {
  /** Bytes of the blob's plaintext. */
  public int plainLength() {
    return entry.plainLength();
  }
}
