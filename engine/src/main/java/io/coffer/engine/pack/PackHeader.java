package io.coffer.engine.pack;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The plaintext of a pack's header: the entries in the order of the pack. */
public final class PackHeader {
  /** Bytes of the length field that ends a pack. */
  public static final int LENGTH_BYTES = 4;

  private static final int PLAIN_ENTRY = 1 + 4 + BlobId.BYTES;
  private static final int COMPRESSED_ENTRY = PLAIN_ENTRY + 4;

  private PackHeader() {}

  public static byte[] encode(List<PackEntry> entries) {
    ByteBuffer out = ByteBuffer.allocate(size(entries)).order(ByteOrder.LITTLE_ENDIAN);
    for (PackEntry entry : entries) {
      int type = entry.type() == BlobType.TREE ? 1 : 0;
      out.put((byte) (entry.compressed() ? type + 2 : type)).putInt(entry.length());
      if (entry.compressed()) {
        out.putInt(entry.uncompressedLength());
      }
      entry.id().write(out.array(), out.position());
      out.position(out.position() + BlobId.BYTES);
    }
    return out.array();
  }

  /** Bytes of the encoded header. */
  public static int size(List<PackEntry> entries) {
    int size = 0;
    for (PackEntry entry : entries) {
      size += entrySize(entry.compressed());
    }
    return size;
  }

  /** Bytes of one blob in the encoded header. */
  public static int entrySize(boolean compressed) {
    return compressed ? COMPRESSED_ENTRY : PLAIN_ENTRY;
  }

  /**
   * @throws IllegalArgumentException if the bytes are not a header
   */
  public static List<PackEntry> parse(byte[] header) {
    ByteBuffer in = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    List<PackEntry> entries = new ArrayList<>();
    long offset = 0;
    while (in.hasRemaining()) {
      int type = in.get();
      if (type < 0 || type > 3) {
        throw new IllegalArgumentException("pack header with an unknown blob type " + type);
      }
      boolean compressed = type > 1;
      if (in.remaining() < (compressed ? COMPRESSED_ENTRY : PLAIN_ENTRY) - 1) {
        throw new IllegalArgumentException("pack header ends inside an entry");
      }
      int length = in.getInt();
      int uncompressed = compressed ? in.getInt() : 0;
      if (length < 0 || uncompressed < 0) {
        throw new IllegalArgumentException("pack header with a blob above 2 GiB");
      }
      BlobId id = BlobId.of(header, in.position());
      in.position(in.position() + BlobId.BYTES);
      BlobType kind = (type & 1) == 0 ? BlobType.DATA : BlobType.TREE;
      entries.add(new PackEntry(kind, id, offset, length, uncompressed));
      offset += length;
    }
    return entries;
  }
}
