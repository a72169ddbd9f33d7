package io.coffer.engine.prune;

import io.coffer.engine.DamagedException;
import io.coffer.engine.StoreFullException;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.index.AnyPlace;
import io.coffer.engine.index.BlobLocation;
import io.coffer.engine.index.IndexFile;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.pack.BlobDecoder;
import io.coffer.engine.pack.PackEntry;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Copies the needed blobs of packs, verified, into new packs and lists these in an index. What is
 * damaged comes from another pack that has it; else the pack stays as it is: what can still be read
 * of it is for a restore. So does one with a blob that does not fit in memory.
 */
final class Repack {
  /** The tree of a large folder, which has a pack of its own if we wrote it. */
  private static final int LARGEST = 32 << 20;

  private final Repository repository;
  private final PackUsage usage;
  private final Set<String> emptied = new HashSet<>();
  private byte[] sealed = new byte[0];

  private Repack(Repository repository, PackUsage usage) {
    this.repository = repository;
    this.usage = usage;
  }

  /** The packs that nothing needs any more; none if there is no room to copy what is needed. */
  static Set<String> run(Repository repository, PackUsage usage, List<PackUsage.Usage> packs) {
    Repack repack = new Repack(repository, usage);
    if (!packs.isEmpty()) {
      repack.run(packs);
    }
    return repack.emptied;
  }

  private void run(List<PackUsage.Usage> packs) {
    boolean done = false;
    PackSaver saver = new PackSaver(repository, 1);
    try (saver;
        BlobDecoder decoder = new BlobDecoder(repository.masterKey())) {
      copy(packs, saver, decoder);
      saver.flush();
      done = true;
    } catch (StoreFullException e) {
      saver.discard();
      emptied.clear();
    } finally {
      if (!done) {
        repository.forgetIndex();
      }
    }
  }

  /** Knows at once what is in some of the packs only. */
  private void copy(List<PackUsage.Usage> packs, PackSaver saver, BlobDecoder decoder) {
    List<PackUsage.Usage> some = new ArrayList<>();
    int blobs = 0;
    for (PackUsage.Usage pack : packs) {
      some.add(pack);
      blobs += pack.blobs;
      if (blobs >= IndexFile.USUAL_BLOBS) {
        copySome(some, saver, decoder);
        some.clear();
        blobs = 0;
      }
    }
    copySome(some, saver, decoder);
  }

  private void copySome(List<PackUsage.Usage> packs, PackSaver saver, BlobDecoder decoder) {
    List<PackUsage.Usage> ordered =
        packs.stream().sorted(Comparator.comparingInt(pack -> pack.number)).toList();
    List<PackContents> contents = usage.contents(ordered);
    for (int i = 0; i < ordered.size(); i++) {
      PackContents pack = contents.get(i);
      List<PackEntry> needed = usage.needed(ordered.get(i), pack);
      if (needed.stream().anyMatch(blob -> blob.plainLength() > LARGEST)) {
        continue;
      }
      try {
        copy(pack, needed, saver, decoder);
        emptied.add(pack.pack().hex());
      } catch (DamagedException e) {
        continue; // which a check names
      }
    }
  }

  private void copy(
      PackContents pack, List<PackEntry> needed, PackSaver saver, BlobDecoder decoder) {
    for (PackEntry blob : needed) {
      PackSaver.Lane lane = blob.type() == BlobType.TREE ? saver.treeLane() : saver.lane(0);
      BlobLocation sound =
          AnyPlace.read(
              repository.index(),
              new BlobLocation(pack.pack(), blob),
              place -> {
                read(place, decoder);
                return place;
              });
      lane.copy(sound.entry(), sealed, 0);
    }
  }

  private void read(BlobLocation place, BlobDecoder decoder) {
    PackEntry blob = place.entry();
    if (sealed.length < blob.length()) {
      sealed = new byte[blob.length()];
    }
    String pack = place.pack().hex();
    repository.store().read(FileType.PACK, pack, blob.offset(), sealed, blob.length());
    decoder.decode(blob, place.pack(), sealed, 0);
  }
}
