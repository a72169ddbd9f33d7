package io.coffer.engine.index;

import io.coffer.engine.StoreException;
import io.coffer.engine.blob.BlobId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Blobs in a file, sorted by their ids; the number of a blob is the rank of its first record. Two
 * bytes of each record are in memory, which tell nearly all blobs that are not there, and where the
 * others are.
 */
final class SortedBlobs {
  /** None. */
  static final SortedBlobs EMPTY = new SortedBlobs(null, 0, List.of(), Set.of());

  private static final int PER_BUCKET = 64;
  private static final int BUFFER = 4096 * BlobRecord.BYTES;

  /** Not a channel: that would be closed when a thread that reads is told to end. */
  private final RandomAccessFile file;

  private final int size;
  private final List<BlobId> packs;
  private final Set<String> indexFiles;
  private final int bits;

  /** The rank with which each bucket begins, by the first bits of the ids. */
  private final int[] begins;

  private final short[] marks;

  SortedBlobs(RandomAccessFile file, int size, List<BlobId> packs, Set<String> indexFiles) {
    this.file = file;
    this.size = size;
    this.packs = packs;
    this.indexFiles = indexFiles;
    bits = Integer.SIZE - Integer.numberOfLeadingZeros(size / PER_BUCKET);
    begins = new int[(1 << bits) + 1];
    marks = new short[size];
    begins[1 << bits] = size;
  }

  /** Takes in the next record of the file, in their order. */
  void mark(int rank, BlobId id, BlobId before) {
    marks[rank] = (short) id.d();
    int bucket = bucket(id);
    for (int i = before == null ? 0 : bucket(before) + 1; i <= bucket; i++) {
      begins[i] = rank;
    }
    if (rank == size - 1) {
      for (int i = bucket + 1; i < 1 << bits; i++) {
        begins[i] = size;
      }
    }
  }

  private int bucket(BlobId id) {
    return bits == 0 ? 0 : (int) (id.a() >>> Long.SIZE - bits);
  }

  /** Records, each place of a blob one. */
  int size() {
    return size;
  }

  List<BlobId> packs() {
    return packs;
  }

  /** The index files that list what is in here, and nothing else. */
  Set<String> indexFiles() {
    return indexFiles;
  }

  /** The number of a blob; -1 if it is not there. */
  int number(BlobId id) {
    int bucket = bucket(id);
    short mark = (short) id.d();
    for (int rank = begins[bucket]; rank < begins[bucket + 1]; rank++) {
      if (marks[rank] == mark && record(rank).id().equals(id)) {
        return rank;
      }
    }
    return -1;
  }

  BlobRecord record(int rank) {
    return BlobRecord.read(read(rank, 1));
  }

  /** Behind the first record of a blob, those of its further places. */
  List<BlobRecord> further(int first) {
    List<BlobRecord> further = new ArrayList<>();
    BlobId id = first >= 0 && first < size ? record(first).id() : null;
    for (int rank = first + 1; id != null && rank < size; rank++) {
      BlobRecord record = record(rank);
      if (!record.id().equals(id)) {
        break;
      }
      further.add(record);
    }
    return further;
  }

  private ByteBuffer read(int rank, int count) {
    byte[] bytes = new byte[count * BlobRecord.BYTES];
    try {
      synchronized (file) {
        file.seek((long) rank * BlobRecord.BYTES);
        file.readFully(bytes);
      }
    } catch (IOException e) {
      throw new StoreException("the sorted index cannot be read: " + e.getMessage(), e);
    }
    return ByteBuffer.wrap(bytes);
  }

  /** All records in their order. */
  Iterator<BlobRecord> records() {
    return new Iterator<>() {
      private ByteBuffer buffer = ByteBuffer.allocate(0);
      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public BlobRecord next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        if (!buffer.hasRemaining()) {
          buffer = read(next, Math.min(BUFFER / BlobRecord.BYTES, size - next));
        }
        next++;
        return BlobRecord.read(buffer);
      }
    };
  }
}
