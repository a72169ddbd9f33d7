package io.coffer.engine.index;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.pack.PackEntry;
import java.nio.ByteBuffer;

/** A blob and the number of the pack it lies in, as a sorted file keeps them. */
record BlobRecord(PackEntry entry, int pack) {
  static final int BYTES = BlobId.BYTES + 4 * Integer.BYTES;

  private static final int TREE = 1 << 31;

  BlobId id() {
    return entry.id();
  }

  void write(ByteBuffer out) {
    BlobId id = entry.id();
    out.putLong(id.a()).putLong(id.b()).putLong(id.c()).putLong(id.d());
    out.putInt(entry.type() == BlobType.TREE ? pack | TREE : pack);
    out.putInt(Math.toIntExact(entry.offset()));
    out.putInt(entry.length());
    out.putInt(entry.uncompressedLength());
  }

  static BlobRecord read(ByteBuffer in) {
    BlobId id = new BlobId(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    int pack = in.getInt();
    BlobType type = pack < 0 ? BlobType.TREE : BlobType.DATA;
    PackEntry entry = new PackEntry(type, id, in.getInt(), in.getInt(), in.getInt());
    return new BlobRecord(entry, pack & ~TREE);
  }
}
