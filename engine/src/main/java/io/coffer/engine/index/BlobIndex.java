package io.coffer.engine.index;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.pack.PackEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All blobs that can be used, in memory: 49 bytes each in chunks of plain arrays, and a table of
 * numbers that finds them by open addressing. A blob that a running backup has claimed is known
 * without a place until its pack is written.
 */
public final class BlobIndex {
  private static final int NO_PACK = -1;
  private static final int CHUNK_BITS = 14;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private static final class Chunk {
    final long[] ids = new long[4 * CHUNK];
    final int[] pack = new int[CHUNK];
    final int[] offset = new int[CHUNK];
    final int[] length = new int[CHUNK];
    final int[] uncompressed = new int[CHUNK];
    final byte[] type = new byte[CHUNK];

    boolean holds(int at, BlobId id) {
      int first = 4 * at;
      return ids[first] == id.a()
          && ids[first + 1] == id.b()
          && ids[first + 2] == id.c()
          && ids[first + 3] == id.d();
    }

    void set(int at, BlobId id) {
      int first = 4 * at;
      ids[first] = id.a();
      ids[first + 1] = id.b();
      ids[first + 2] = id.c();
      ids[first + 3] = id.d();
      pack[at] = NO_PACK;
    }

    PackEntry entry(int at) {
      int first = 4 * at;
      BlobId id = new BlobId(ids[first], ids[first + 1], ids[first + 2], ids[first + 3]);
      BlobType kind = type[at] == 0 ? BlobType.DATA : BlobType.TREE;
      return new PackEntry(kind, id, offset[at], length[at], uncompressed[at]);
    }

    int hash(int at) {
      return BlobIndex.hash(ids[4 * at + 1], ids[4 * at + 2]);
    }
  }

  /** Is told where blobs lie: the numbers of blob and pack, and the envelope's bytes. */
  @FunctionalInterface
  public interface PlaceVisitor {
    void place(int blob, int pack, int length, boolean compressed);
  }

  private final List<BlobId> packs = new ArrayList<>();
  private final Map<BlobId, Integer> packNumbers = new HashMap<>();
  private final Copies copies = new Copies();
  private final List<Chunk> chunks = new ArrayList<>();

  /** Number of the blob plus one, or zero. */
  private int[] table = new int[1 << 10];

  private int size;

  /** Known blobs, claimed ones among them. */
  public synchronized int size() {
    return size;
  }

  public synchronized boolean contains(BlobId id) {
    return table[slot(id)] != 0;
  }

  /** The number of a known blob, from 0 on without gaps; -1 if it is unknown. */
  public synchronized int number(BlobId id) {
    return table[slot(id)] - 1;
  }

  /** The packs, each at its number. */
  public synchronized List<BlobId> packs() {
    return List.copyOf(packs);
  }

  /** Tells of all places of all written blobs, those of one blob in no certain order. */
  public synchronized void forEachPlace(PlaceVisitor visitor) {
    for (int number = 0; number < size; number++) {
      Chunk chunk = chunks.get(number >> CHUNK_BITS);
      int at = number & CHUNK - 1;
      if (chunk.pack[at] != NO_PACK) {
        visitor.place(number, chunk.pack[at], chunk.length[at], chunk.uncompressed[at] != 0);
      }
    }
    for (int copy = 0; copy < copies.size(); copy++) {
      visitor.place(
          copies.blob(copy),
          copies.pack(copy),
          copies.length(copy),
          copies.uncompressed(copy) != 0);
    }
  }

  /** What is in the packs of these numbers. */
  public synchronized List<PackContents> contents(BitSet wanted) {
    Map<Integer, List<PackEntry>> found = new TreeMap<>();
    wanted.stream().forEach(pack -> found.put(pack, new ArrayList<>()));
    for (int number = 0; number < size; number++) {
      Chunk chunk = chunks.get(number >> CHUNK_BITS);
      int at = number & CHUNK - 1;
      if (chunk.pack[at] != NO_PACK && wanted.get(chunk.pack[at])) {
        found.get(chunk.pack[at]).add(chunk.entry(at));
      }
    }
    for (int copy = 0; copy < copies.size(); copy++) {
      if (wanted.get(copies.pack(copy))) {
        found.get(copies.pack(copy)).add(entry(copy));
      }
    }
    List<PackContents> contents = new ArrayList<>();
    found.forEach(
        (pack, entries) -> {
          entries.sort(Comparator.comparingLong(PackEntry::offset));
          contents.add(new PackContents(packs.get(pack), entries));
        });
    return contents;
  }

  /** True for exactly one caller, who then has to store the blob; false if it is known already. */
  public synchronized boolean claim(BlobId id) {
    int slot = slot(id);
    if (table[slot] != 0) {
      return false;
    }
    insert(slot, id);
    return true;
  }

  private PackEntry entry(int copy) {
    int number = copies.blob(copy);
    PackEntry first = chunks.get(number >> CHUNK_BITS).entry(number & CHUNK - 1);
    return new PackEntry(
        first.type(),
        first.id(),
        copies.offset(copy),
        copies.length(copy),
        copies.uncompressed(copy));
  }

  /** Adds a written pack, known or not. A blob that has a place already keeps it. */
  public synchronized void add(PackContents contents) {
    Integer known = packNumbers.get(contents.pack());
    int pack = known == null ? packs.size() : known;
    if (known == null) {
      packs.add(contents.pack());
      packNumbers.put(contents.pack(), pack);
    }
    for (PackEntry entry : contents.blobs()) {
      int slot = slot(entry.id());
      int number = table[slot] == 0 ? insert(slot, entry.id()) : table[slot] - 1;
      Chunk chunk = chunks.get(number >> CHUNK_BITS);
      int at = number & CHUNK - 1;
      if (chunk.pack[at] == NO_PACK) {
        chunk.offset[at] = Math.toIntExact(entry.offset());
        chunk.length[at] = entry.length();
        chunk.uncompressed[at] = entry.uncompressedLength();
        chunk.type[at] = (byte) entry.type().ordinal();
        chunk.pack[at] = pack;
      } else if (known == null) {
        copies.add(number, pack, entry);
      }
    }
  }

  /** The place of a blob; empty if it is unknown or not yet written. */
  public synchronized Optional<BlobLocation> find(BlobId id) {
    int number = table[slot(id)] - 1;
    if (number < 0) {
      return Optional.empty();
    }
    Chunk chunk = chunks.get(number >> CHUNK_BITS);
    int at = number & CHUNK - 1;
    if (chunk.pack[at] == NO_PACK) {
      return Optional.empty();
    }
    return Optional.of(new BlobLocation(packs.get(chunk.pack[at]), chunk.entry(at)));
  }

  private int insert(int slot, BlobId id) {
    int number = size++;
    if (number >> CHUNK_BITS == chunks.size()) {
      chunks.add(new Chunk());
    }
    chunks.get(number >> CHUNK_BITS).set(number & CHUNK - 1, id);
    table[slot] = number + 1;
    if (size > table.length / 4 * 3) {
      grow();
    }
    return number;
  }

  private int slot(BlobId id) {
    int mask = table.length - 1;
    int at = hash(id.b(), id.c()) & mask;
    while (table[at] != 0 && !holds(table[at] - 1, id)) {
      at = at + 1 & mask;
    }
    return at;
  }

  private boolean holds(int number, BlobId id) {
    return chunks.get(number >> CHUNK_BITS).holds(number & CHUNK - 1, id);
  }

  private void grow() {
    table = new int[2 * table.length];
    int mask = table.length - 1;
    for (int number = 0; number < size; number++) {
      int at = chunks.get(number >> CHUNK_BITS).hash(number & CHUNK - 1) & mask;
      while (table[at] != 0) {
        at = at + 1 & mask;
      }
      table[at] = number + 1;
    }
  }

  private static int hash(long b, long c) {
    return (int) (b ^ c);
  }
}
