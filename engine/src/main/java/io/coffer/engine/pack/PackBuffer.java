package io.coffer.engine.pack;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.crypto.Sealer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pack under assembly in memory. Its hash is kept up to date while blobs arrive. */
public final class PackBuffer {
  private static final int MIB = 1024 * 1024;
  private static final int LARGEST = 16 * MIB;
  private static final int SMALLEST = 4 * MIB;
  private static final int ROOM_BEHIND = 2 * MIB;

  /** Bytes that all pack buffers of one job take together, however many they are. */
  public static final int ALL_TOGETHER = 72 * MIB;

  /** What is known of a tiny blob takes more memory than the blob. */
  private static final int MOST_BLOBS = 1 << 15;

  private final int target;
  private final int usualBytes;
  private final Hasher hasher = new Hasher();
  private final List<PackEntry> entries = new ArrayList<>();
  private byte[] bytes = new byte[MIB];
  private int size;

  /**
   * @param buffers how many the job has: the more, the smaller each pack, so that machines with
   *     many processors need no more memory than others
   */
  public PackBuffer(int buffers) {
    target = Math.max(SMALLEST, Math.min(LARGEST, ALL_TOGETHER / buffers - ROOM_BEHIND));
    usualBytes = target + ROOM_BEHIND;
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether it has reached the size, or the number of blobs, at which packs are written. */
  public boolean isFull() {
    return size >= target || entries.size() >= MOST_BLOBS;
  }

  /** Whether all of another, unfinished pack still fits. */
  public boolean hasRoomFor(PackBuffer other) {
    return size + other.size <= target && entries.size() + other.entries.size() <= MOST_BLOBS;
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
      Sealer sealer,
      BlobType type,
      BlobId id,
      byte[] data,
      int offset,
      int length,
      int uncompressedLength) {
    reserve(length + Sealer.OVERHEAD);
    int sealed = sealer.seal(data, offset, length, bytes, size);
    add(new PackEntry(type, id, size, sealed, uncompressedLength));
  }

  /** Takes over a sealed blob as it stands in another pack. */
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
  public BlobId finish(Sealer sealer) {
    byte[] header = sealer.seal(PackHeader.encode(entries));
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
    if (bytes.length > usualBytes) {
      bytes = new byte[usualBytes];
    }
  }

  private void add(PackEntry entry) {
    hasher.update(bytes, size, entry.length());
    entries.add(entry);
    size += entry.length();
  }

  /** Most packs are as tiny as they begin, or full: what lies between would be garbage soon. */
  private void reserve(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, usualBytes));
    }
  }
}
