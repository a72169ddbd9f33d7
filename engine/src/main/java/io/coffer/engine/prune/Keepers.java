package io.coffer.engine.prune;

import io.coffer.engine.index.BlobIndex;
import java.util.Arrays;
import java.util.BitSet;

/** Which pack a blob counts for that lies in several. Of all others nothing is remembered. */
final class Keepers {
  private static final int NONE = -1;

  /** The order of packs. */
  interface Order {
    boolean isBetter(int pack, int than);
  }

  private final BitSet severalTimes = new BitSet();

  /** Numbers of the blobs that lie in several packs, rising, and the pack of each. */
  private final int[] blobs;

  private final int[] packs;

  Keepers(BlobIndex index, Order order) {
    BitSet once = new BitSet();
    index.forEachPlace(
        (blob, pack, length, compressed) -> {
          severalTimes.set(blob, severalTimes.get(blob) || once.get(blob));
          once.set(blob);
        });
    blobs = severalTimes.stream().toArray();
    packs = new int[blobs.length];
    Arrays.fill(packs, NONE);
    if (blobs.length > 0) {
      index.forEachPlace(
          (blob, pack, length, compressed) -> {
            if (severalTimes.get(blob)) {
              int at = Arrays.binarySearch(blobs, blob);
              if (packs[at] == NONE || order.isBetter(pack, packs[at])) {
                packs[at] = pack;
              }
            }
          });
    }
  }

  /** Whether a blob that lies in a pack, and maybe in others, counts for that one. */
  boolean isKeeper(int pack, int blob) {
    return !severalTimes.get(blob) || packs[Arrays.binarySearch(blobs, blob)] == pack;
  }
}
