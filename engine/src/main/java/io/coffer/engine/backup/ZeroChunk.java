package io.coffer.engine.backup;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.tree.Chunker;

/** The chunk that the inside of a large hole is cut into. Made when the first one is looked for. */
final class ZeroChunk {
  private final Chunker chunker;
  private byte[] bytes;
  private BlobId id;

  ZeroChunk(Chunker chunker) {
    this.chunker = chunker;
  }

  synchronized int length() {
    make();
    return bytes.length;
  }

  synchronized BlobId save(PackSaver.Lane lane) {
    make();
    return lane.saveKnown(id, bytes, 0, bytes.length);
  }

  private void make() {
    if (bytes == null) {
      byte[] zeros = new byte[Chunker.MAX];
      int length = chunker.chunk(zeros, 0, zeros.length, 0);
      bytes = length == zeros.length ? zeros : new byte[length];
      id = new Hasher().id(bytes, 0, bytes.length);
    }
  }
}
