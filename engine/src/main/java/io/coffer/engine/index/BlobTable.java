package io.coffer.engine.index;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.pack.PackEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Blobs in memory, numbered from 0 on: 49 bytes each in chunks of plain arrays, and a table of
 * numbers that finds them by open addressing.
 */
final class BlobTable {
  static final int NO_PACK = -1;

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

    BlobId id(int at) {
      int first = 4 * at;
      return new BlobId(ids[first], ids[first + 1], ids[first + 2], ids[first + 3]);
    }
  }

  private final List<Chunk> chunks = new ArrayList<>();

  /** Number of the blob plus one, or zero. */
  private int[] table = new int[1 << 10];

  private int size;

  int size() {
    return size;
  }

  /** The number of a blob; -1 if it is unknown. */
  int number(BlobId id) {
    return table[slot(id)] - 1;
  }

  /** Adds a blob that is not there, without a place; the answer is its number. */
  int add(BlobId id) {
    int number = size++;
    if (number >> CHUNK_BITS == chunks.size()) {
      chunks.add(new Chunk());
    }
    chunk(number).set(at(number), id);
    table[slot(id)] = number + 1;
    if (size > table.length / 4 * 3) {
      grow();
    }
    return number;
  }

  void place(int number, int pack, PackEntry entry) {
    Chunk chunk = chunk(number);
    int at = at(number);
    chunk.offset[at] = Math.toIntExact(entry.offset());
    chunk.length[at] = entry.length();
    chunk.uncompressed[at] = entry.uncompressedLength();
    chunk.type[at] = (byte) entry.type().ordinal();
    chunk.pack[at] = pack;
  }

  BlobId id(int number) {
    return chunk(number).id(at(number));
  }

  /** The pack that it lies in, or {@link #NO_PACK}. */
  int pack(int number) {
    return chunk(number).pack[at(number)];
  }

  int length(int number) {
    return chunk(number).length[at(number)];
  }

  boolean isCompressed(int number) {
    return chunk(number).uncompressed[at(number)] != 0;
  }

  PackEntry entry(int number) {
    Chunk chunk = chunk(number);
    int at = at(number);
    BlobType type = chunk.type[at] == 0 ? BlobType.DATA : BlobType.TREE;
    return new PackEntry(
        type, chunk.id(at), chunk.offset[at], chunk.length[at], chunk.uncompressed[at]);
  }

  private Chunk chunk(int number) {
    return chunks.get(number >> CHUNK_BITS);
  }

  private static int at(int number) {
    return number & CHUNK - 1;
  }

  private int slot(BlobId id) {
    int mask = table.length - 1;
    int slot = (int) (id.b() ^ id.c()) & mask;
    while (table[slot] != 0 && !chunk(table[slot] - 1).holds(at(table[slot] - 1), id)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    table = new int[2 * table.length];
    int mask = table.length - 1;
    for (int number = 0; number < size; number++) {
      long[] ids = chunk(number).ids;
      int first = 4 * at(number);
      int slot = (int) (ids[first + 1] ^ ids[first + 2]) & mask;
      while (table[slot] != 0) {
        slot = slot + 1 & mask;
      }
      table[slot] = number + 1;
    }
  }
}
