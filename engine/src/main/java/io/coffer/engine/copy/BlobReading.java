package io.coffer.engine.copy;

import io.coffer.engine.Crew;
import io.coffer.engine.DamagedException;
import io.coffer.engine.StoreException;
import io.coffer.engine.index.BlobIndex;
import io.coffer.engine.index.IndexFile;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.pack.BlobDecoder;
import io.coffer.engine.pack.PackEntry;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Reads blobs of data pack by pack with few large reads, each blob once, and hands on what is found
 * to be what its id says; what its pack does not give comes from another that has it. Knows at once
 * what is in some of the packs only.
 */
final class BlobReading {
  /** Takes the plaintext of a blob, which is valid until it returns. */
  @FunctionalInterface
  interface Taker {
    void take(int thread, PackEntry blob, byte[] plain, int length);
  }

  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_GAP = 1 << 20;

  /** Blobs of one pack that are read at once. */
  private record Stretch(PackContents pack, List<PackEntry> blobs) {
    long offset() {
      return blobs.get(0).offset();
    }

    long end() {
      return endOf(blobs.get(blobs.size() - 1));
    }

    boolean takes(PackEntry next) {
      return endOf(next) - offset() <= MOST_BYTES && next.offset() - end() <= MOST_GAP;
    }
  }

  private final Repository repository;
  private final BlobIndex index;
  private final BitSet left;
  private final CopyTally tally;

  BlobReading(Repository repository, NeededBlobs needed, CopyTally tally) {
    this.repository = repository;
    this.index = needed.index();
    this.left = (BitSet) needed.data().clone();
    this.tally = tally;
  }

  /**
   * @param wanted the others are passed over
   * @throws io.coffer.engine.DamagedException if a blob is not what was written
   */
  void run(Crew crew, Predicate<PackEntry> wanted, Taker taker) {
    int[] blobs = blobsByPack();
    BitSet some = new BitSet();
    int count = 0;
    for (int pack = 0; pack < blobs.length; pack++) {
      if (blobs[pack] > 0) {
        some.set(pack);
        count += blobs[pack];
        if (count >= IndexFile.USUAL_BLOBS) {
          read(crew, stretches(some, wanted), taker);
          some.clear();
          count = 0;
        }
      }
    }
    read(crew, stretches(some, wanted), taker);
  }

  /** How many blobs are in each pack that has one that is needed, by its number; else none. */
  private int[] blobsByPack() {
    int[] blobs = new int[index.packs().size()];
    BitSet needed = new BitSet();
    index.forEachPlace(
        (blob, pack, length, compressed) -> {
          blobs[pack]++;
          if (left.get(blob)) {
            needed.set(pack);
          }
        });
    for (int pack = 0; pack < blobs.length; pack++) {
      blobs[pack] = needed.get(pack) ? blobs[pack] : 0;
    }
    return blobs;
  }

  private List<Stretch> stretches(BitSet packs, Predicate<PackEntry> wanted) {
    List<Stretch> stretches = new ArrayList<>();
    for (PackContents pack : index.contents(packs)) {
      Stretch last = null;
      for (PackEntry blob : pack.blobs()) {
        if (!isLeft(blob)) {
          continue;
        }
        if (!wanted.test(blob)) {
          tally.processed(blob.length());
          continue;
        }
        if (last == null || !last.takes(blob)) {
          last = new Stretch(pack, new ArrayList<>());
          stretches.add(last);
        }
        last.blobs().add(blob);
      }
    }
    return stretches;
  }

  private boolean isLeft(PackEntry blob) {
    int number = index.number(blob.id());
    boolean is = left.get(number);
    left.clear(number);
    return is;
  }

  private void read(Crew crew, List<Stretch> stretches, Taker taker) {
    AtomicInteger cursor = new AtomicInteger();
    crew.run(
        thread -> {
          byte[] sealed = new byte[0];
          try (BlobDecoder decoder = new BlobDecoder(repository.masterKey())) {
            int number = cursor.getAndIncrement();
            while (number < stretches.size() && !crew.failed()) {
              tally.checkCancelled();
              Stretch stretch = stretches.get(number);
              int length = Math.toIntExact(stretch.end() - stretch.offset());
              sealed = sealed.length < length ? new byte[Math.max(length, MOST_BYTES)] : sealed;
              if (isRead(stretch, sealed, length)) {
                take(thread, stretch, sealed, decoder, taker);
              } else {
                stretch.blobs().forEach(blob -> takeElsewhere(thread, blob, taker));
              }
              number = cursor.getAndIncrement();
            }
          }
        });
  }

  private boolean isRead(Stretch stretch, byte[] into, int length) {
    String pack = stretch.pack().pack().hex();
    try {
      repository.store().read(FileType.PACK, pack, stretch.offset(), into, length);
      return true;
    } catch (DamagedException | StoreException e) {
      return false;
    }
  }

  private void take(int thread, Stretch stretch, byte[] sealed, BlobDecoder decoder, Taker taker) {
    for (PackEntry blob : stretch.blobs()) {
      int at = (int) (blob.offset() - stretch.offset());
      int length;
      try {
        length = decoder.decode(blob, stretch.pack().pack(), sealed, at);
      } catch (DamagedException e) {
        takeElsewhere(thread, blob, taker);
        continue;
      }
      taker.take(thread, blob, decoder.plain(), length);
      tally.processed(blob.length());
    }
  }

  private void takeElsewhere(int thread, PackEntry blob, Taker taker) {
    byte[] plain = repository.loadBlob(blob.id());
    taker.take(thread, blob, plain, plain.length);
    tally.processed(blob.length());
  }

  private static long endOf(PackEntry blob) {
    return blob.offset() + blob.length();
  }
}
