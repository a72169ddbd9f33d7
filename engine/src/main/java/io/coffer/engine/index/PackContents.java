package io.coffer.engine.index;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.crypto.Sealer;
import io.coffer.engine.pack.PackEntry;
import io.coffer.engine.pack.PackHeader;
import java.util.List;

/** A pack and all blobs in it, as an index file lists them. */
public record PackContents(BlobId pack, List<PackEntry> blobs) {
  /** What is in every pack file, beside the blobs and what the header says of them. */
  public static final int FRAME_BYTES = Sealer.OVERHEAD + PackHeader.LENGTH_BYTES;

  /** The size that the pack file must have, in bytes. */
  public long packBytes() {
    long bytes = tailBytes();
    for (PackEntry blob : blobs) {
      bytes += blob.length();
    }
    return bytes;
  }

  /** What of it follows the blobs: the sealed header and its length. */
  public int tailBytes() {
    return PackHeader.size(blobs) + FRAME_BYTES;
  }
}
