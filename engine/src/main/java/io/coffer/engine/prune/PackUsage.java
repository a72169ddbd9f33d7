package io.coffer.engine.prune;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.BlobIndex;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.pack.PackEntry;
import io.coffer.engine.pack.PackHeader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which packs the used blobs lie in. A blob that lies in several counts for one of them only. */
final class PackUsage {
  /** A pack and how much of it is needed. */
  static final class Usage {
    final int number;
    final BlobId pack;
    int blobs;
    int needed;
    long neededBytes;
    private final boolean late;
    private long packBytes = PackContents.FRAME_BYTES;

    private boolean sound;

    private Usage(int number, BlobId pack, boolean late) {
      this.number = number;
      this.pack = pack;
      this.late = late;
    }

    private double neededShare() {
      return (double) neededBytes / packBytes;
    }
  }

  private final BlobIndex index;
  private final UsedBlobs used;
  private final List<Usage> packs = new ArrayList<>();
  private final Set<String> needed = new HashSet<>();
  private final Keepers keepers;

  private PackUsage(UsedBlobs used, Map<String, Long> stored, Predicate<String> late) {
    this.used = used;
    index = used.index();
    for (BlobId pack : index.packs()) {
      packs.add(new Usage(packs.size(), pack, late.test(pack.hex())));
    }
    index.forEachPlace(
        (blob, number, length, compressed) -> {
          Usage pack = packs.get(number);
          pack.blobs++;
          pack.packBytes += length + PackHeader.entrySize(compressed);
        });
    packs.forEach(pack -> pack.sound = stored.getOrDefault(pack.pack.hex(), -1L) == pack.packBytes);
    keepers = new Keepers(index, this::isBetter);
    BitSet counted = new BitSet();
    index.forEachPlace(
        (blob, number, length, compressed) -> {
          Usage pack = packs.get(number);
          if (isNeededIn(number, blob) && !counted.get(blob)) {
            counted.set(blob);
            pack.needed++;
            pack.neededBytes += length;
          }
        });
    for (Usage pack : packs) {
      if (pack.needed > 0) {
        needed.add(pack.pack.hex());
      }
    }
  }

  /**
   * @param stored the packs that are there, and how many bytes they have: others than these, and
   *     such as have not the bytes that they should, keep a blob only if no other pack has it
   * @param late packs that shall do so too
   */
  static PackUsage of(UsedBlobs used, Map<String, Long> stored, Predicate<String> late) {
    return new PackUsage(used, stored, late);
  }

  private boolean isBetter(int pack, int than) {
    Usage one = packs.get(pack);
    Usage other = packs.get(than);
    if (one.sound != other.sound) {
      return one.sound;
    }
    return one.late == other.late ? one.pack.compareTo(other.pack) < 0 : other.late;
  }

  private boolean isNeededIn(int pack, int blob) {
    return used.contains(blob) && keepers.isKeeper(pack, blob);
  }

  boolean isNeeded(String pack) {
    return needed.contains(pack);
  }

  /** The blobs that make a pack needed, each once. */
  List<PackEntry> needed(Usage pack, PackContents contents) {
    Set<BlobId> found = new HashSet<>();
    return contents.blobs().stream()
        .filter(blob -> isNeededIn(pack.number, index.number(blob.id())) && found.add(blob.id()))
        .toList();
  }

  /** What is in these packs, in the order of their numbers. */
  List<PackContents> contents(List<Usage> of) {
    BitSet numbers = new BitSet();
    of.forEach(pack -> numbers.set(pack.number));
    return index.contents(numbers);
  }

  /** The emptiest packs that must be packed anew so that not more than a share is wasted. */
  List<Usage> wasteful(double maxUnused) {
    List<Usage> partly = new ArrayList<>();
    long used = 0;
    long wasted = 0;
    for (Usage pack : packs) {
      if (pack.needed > 0) {
        used += pack.neededBytes;
        if (pack.needed < pack.blobs) {
          partly.add(pack);
          wasted += pack.packBytes - pack.neededBytes;
        }
      }
    }
    partly.sort(Comparator.comparingDouble(Usage::neededShare));
    List<Usage> result = new ArrayList<>();
    for (Usage pack : partly) {
      if (wasted <= maxUnused * used) {
        break;
      }
      result.add(pack);
      wasted -= pack.packBytes - pack.neededBytes;
    }
    return result;
  }

  /** The first of these packs, up to the one with which so many bytes are copied. */
  static List<Usage> first(List<Usage> packs, long copiedBytes) {
    long copied = 0;
    int count = 0;
    while (count < packs.size() && copied < copiedBytes) {
      copied += packs.get(count).neededBytes;
      count++;
    }
    return packs.subList(0, count);
  }
}
