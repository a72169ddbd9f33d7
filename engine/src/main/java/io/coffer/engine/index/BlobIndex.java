package io.coffer.engine.index;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.pack.PackEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All blobs that can be used, in memory: 52 bytes a slot in plain arrays, open addressing. A blob
 * that a running backup has claimed is known without a place until its pack is written.
 */
public final class BlobIndex {
  private static final int NO_PACK = -1;
  private static final int FREE = -2;

  private final List<BlobId> packs = new ArrayList<>();
  private long[] ids;
  private int[] pack;
  private int[] offset;
  private int[] length;
  private int[] uncompressed;
  private byte[] type;
  private int size;

  public BlobIndex() {
    allocate(1 << 10);
  }

  /** Known blobs, claimed ones among them. */
  public synchronized int size() {
    return size;
  }

  public synchronized boolean contains(BlobId id) {
    return pack[slot(id)] != FREE;
  }

  /** True for exactly one caller, who then has to store the blob; false if it is known already. */
  public synchronized boolean claim(BlobId id) {
    int slot = slot(id);
    if (pack[slot] != FREE) {
      return false;
    }
    insert(slot, id, NO_PACK);
    return true;
  }

  /** Adds a written pack. A blob that has a place already keeps it. */
  public synchronized void add(PackContents contents) {
    packs.add(contents.pack());
    int number = packs.size() - 1;
    for (PackEntry entry : contents.blobs()) {
      int slot = slot(entry.id());
      if (pack[slot] >= 0) {
        continue;
      }
      if (pack[slot] == FREE) {
        slot = insert(slot, entry.id(), number);
      }
      pack[slot] = number;
      offset[slot] = Math.toIntExact(entry.offset());
      length[slot] = entry.length();
      uncompressed[slot] = entry.uncompressedLength();
      type[slot] = (byte) entry.type().ordinal();
    }
  }

  /** The place of a blob; empty if it is unknown or not yet written. */
  public synchronized Optional<BlobLocation> find(BlobId id) {
    int slot = slot(id);
    if (pack[slot] < 0) {
      return Optional.empty();
    }
    BlobType kind = type[slot] == 0 ? BlobType.DATA : BlobType.TREE;
    PackEntry entry = new PackEntry(kind, id, offset[slot], length[slot], uncompressed[slot]);
    return Optional.of(new BlobLocation(packs.get(pack[slot]), entry));
  }

  private int insert(int slot, BlobId id, int number) {
    int at = slot;
    if ((size + 1) * 4L > pack.length * 3L) {
      grow();
      at = slot(id);
    }
    ids[4 * at] = id.a();
    ids[4 * at + 1] = id.b();
    ids[4 * at + 2] = id.c();
    ids[4 * at + 3] = id.d();
    pack[at] = number;
    size++;
    return at;
  }

  private int slot(BlobId id) {
    int mask = pack.length - 1;
    int at = (int) (id.b() ^ id.c()) & mask;
    while (pack[at] != FREE && !holds(at, id)) {
      at = at + 1 & mask;
    }
    return at;
  }

  private boolean holds(int slot, BlobId id) {
    int at = 4 * slot;
    return ids[at] == id.a()
        && ids[at + 1] == id.b()
        && ids[at + 2] == id.c()
        && ids[at + 3] == id.d();
  }

  private void grow() {
    long[] oldIds = ids;
    int[] oldPack = pack;
    int[] oldOffset = offset;
    int[] oldLength = length;
    int[] oldUncompressed = uncompressed;
    byte[] oldType = type;
    allocate(2 * oldPack.length);
    for (int from = 0; from < oldPack.length; from++) {
      if (oldPack[from] == FREE) {
        continue;
      }
      int at = 4 * from;
      int to = slot(new BlobId(oldIds[at], oldIds[at + 1], oldIds[at + 2], oldIds[at + 3]));
      System.arraycopy(oldIds, at, ids, 4 * to, 4);
      pack[to] = oldPack[from];
      offset[to] = oldOffset[from];
      length[to] = oldLength[from];
      uncompressed[to] = oldUncompressed[from];
      type[to] = oldType[from];
    }
  }

  private void allocate(int slots) {
    ids = new long[4 * slots];
    pack = new int[slots];
    Arrays.fill(pack, FREE);
    offset = new int[slots];
    length = new int[slots];
    uncompressed = new int[slots];
    type = new byte[slots];
  }
}
