package io.coffer.engine.index;

import java.util.Iterator;

/** Two sequences of records in the order of their ids, as one. */
final class MergedRecords implements Iterator<BlobRecord> {
  private final Iterator<BlobRecord> one;
  private final Iterator<BlobRecord> other;
  private BlobRecord nextOfOne;
  private BlobRecord nextOfOther;

  MergedRecords(Iterator<BlobRecord> one, Iterator<BlobRecord> other) {
    this.one = one;
    this.other = other;
    nextOfOne = next(one);
    nextOfOther = next(other);
  }

  @Override
  public boolean hasNext() {
    return nextOfOne != null || nextOfOther != null;
  }

  @Override
  public BlobRecord next() {
    boolean isOne =
        nextOfOther == null || nextOfOne != null && nextOfOne.id().compareTo(nextOfOther.id()) <= 0;
    BlobRecord record = isOne ? nextOfOne : nextOfOther;
    if (isOne) {
      nextOfOne = next(one);
    } else {
      nextOfOther = next(other);
    }
    return record;
  }

  private static BlobRecord next(Iterator<BlobRecord> records) {
    return records.hasNext() ? records.next() : null;
  }
}
