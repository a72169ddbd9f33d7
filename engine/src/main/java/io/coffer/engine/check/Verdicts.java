package io.coffer.engine.check;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.BlobIndex;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Which blobs were found to be sound: two bits for each that is in the index. */
final class Verdicts {
  private final BlobIndex index;
  private final BitSet judged = new BitSet();
  private final BitSet sound = new BitSet();
  private final Map<BlobId, Boolean> unlisted = new HashMap<>();

  Verdicts(BlobIndex index) {
    this.index = index;
  }

  /** The verdict on a blob. A blob that is asked for while it is judged counts as sound. */
  boolean isSound(BlobId id, Predicate<BlobId> judge) {
    int number = index.number(id);
    if (number < 0) {
      return unlisted.computeIfAbsent(id, judge::test);
    }
    if (!judged.get(number)) {
      judged.set(number);
      sound.set(number);
      sound.set(number, judge.test(id));
    }
    return sound.get(number);
  }
}
