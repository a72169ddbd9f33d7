package io.coffer.engine.index;

import io.coffer.engine.blob.BlobId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.IntFunction;

/** Places that are in memory, in the order of their blobs' ids. */
final class SortedPlaces implements Iterator<BlobRecord> {
  private final IntFunction<BlobRecord> record;

  /** The first half of an id's first word, and behind it the number of the place. */
  private final long[] keys;

  private int next;

  /**
   * @param ids the id of each place by its number
   * @param record each place by its number
   */
  SortedPlaces(int[] numbers, IntFunction<BlobId> ids, IntFunction<BlobRecord> record) {
    this.record = record;
    keys = new long[numbers.length];
    for (int i = 0; i < keys.length; i++) {
      long first = ids.apply(numbers[i]).a() >>> Integer.SIZE << Integer.SIZE;
      keys[i] = (first | numbers[i]) ^ Long.MIN_VALUE; // so that the order is without signs
    }
    Arrays.sort(keys);
    for (int i = 1; i < keys.length; i++) {
      for (int at = i; at > 0 && isBefore(keys[at], keys[at - 1], ids); at--) {
        long key = keys[at];
        keys[at] = keys[at - 1];
        keys[at - 1] = key;
      }
    }
  }

  private static boolean isBefore(long key, long other, IntFunction<BlobId> ids) {
    return key >>> Integer.SIZE == other >>> Integer.SIZE
        && ids.apply((int) key).compareTo(ids.apply((int) other)) < 0;
  }

  @Override
  public boolean hasNext() {
    return next < keys.length;
  }

  @Override
  public BlobRecord next() {
    return record.apply((int) keys[next++]);
  }
}
