package io.coffer.engine.pack;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.crypto.Envelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pack under assembly in memory. Its hash is kept up to date while blobs arrive. */
public final class PackBuffer {
  /** A pack that reached this size is written. */
  public static final int TARGET_BYTES = 16 * 1024 * 1024;

  private static final int FIRST_BYTES = 1024 * 1024;
  private static final int USUAL_BYTES = TARGET_BYTES + 2 * 1024 * 1024;

  private final Hasher hasher = new Hasher();
  private final List<PackEntry> entries = new ArrayList<>();
  private byte[] bytes = new byte[FIRST_BYTES];
  private int size;

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public boolean isFull() {
    return size >= TARGET_BYTES;
  }

  /** Bytes so far; after {@link #finish} the size of the pack file. */
  public int size() {
    return size;
  }

  /** The backing array: valid until the next append. */
  public byte[] bytes() {
    return bytes;
  }

  public List<PackEntry> entries() {
    return List.copyOf(entries);
  }

  /** Seals a blob, compressed or not, behind the last one. */
  void append(
      Envelope envelope,
      BlobType type,
      BlobId id,
      byte[] data,
      int offset,
      int length,
      int uncompressedLength) {
    reserve(length + Envelope.OVERHEAD);
    int sealed = envelope.seal(data, offset, length, bytes, size);
    add(new PackEntry(type, id, size, sealed, uncompressedLength));
  }

  /** Takes over an envelope as it stands in another pack. */
  public void appendSealed(PackEntry entry, byte[] from, int offset) {
    reserve(entry.length());
    System.arraycopy(from, offset, bytes, size, entry.length());
    add(new PackEntry(entry.type(), entry.id(), size, entry.length(), entry.uncompressedLength()));
  }

  /** Takes over all blobs of another, unfinished pack. */
  public void appendAll(PackBuffer other) {
    for (PackEntry entry : other.entries) {
      appendSealed(entry, other.bytes, (int) entry.offset());
    }
  }

  /** Adds the header; the answer is the pack's id. */
  public BlobId finish(Envelope envelope) {
    byte[] header = envelope.seal(PackHeader.encode(entries));
    reserve(header.length + PackHeader.LENGTH_BYTES);
    System.arraycopy(header, 0, bytes, size, header.length);
    int at = size + header.length;
    for (int i = 0; i < PackHeader.LENGTH_BYTES; i++) {
      bytes[at + i] = (byte) (header.length >>> 8 * i);
    }
    hasher.update(bytes, size, header.length + PackHeader.LENGTH_BYTES);
    size = at + PackHeader.LENGTH_BYTES;
    return hasher.finish();
  }

  /** Empties the buffer for the next pack. */
  public void clear() {
    entries.clear();
    hasher.reset();
    size = 0;
    if (bytes.length > USUAL_BYTES) {
      bytes = new byte[USUAL_BYTES];
    }
  }

  private void add(PackEntry entry) {
    hasher.update(bytes, size, entry.length());
    entries.add(entry);
    size += entry.length();
  }

  private void reserve(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      int doubled = (int) Math.min(2L * bytes.length, Math.max(USUAL_BYTES, needed));
      bytes = Arrays.copyOf(bytes, Math.max(needed, doubled));
    }
  }
}
