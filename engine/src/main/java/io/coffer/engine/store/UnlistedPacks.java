package io.coffer.engine.store;

import io.coffer.engine.index.BlobIndex;
import io.coffer.engine.index.IndexFile;
import io.coffer.engine.index.PackContents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The packs of a job that are written, and that no index file lists yet. */
final class UnlistedPacks {
  private final Repository repository;
  private final BlobIndex index;
  private final AtomicLong storedBytes;
  private final List<PackContents> packs = new ArrayList<>();
  private int blobs;

  /**
   * @param index learns of each pack at once
   * @param storedBytes grows by each index file that is written
   */
  UnlistedPacks(Repository repository, BlobIndex index, AtomicLong storedBytes) {
    this.repository = repository;
    this.index = index;
    this.storedBytes = storedBytes;
  }

  /** A pack was written. So many of them as an index file usually has are listed at once. */
  synchronized void add(PackContents pack) {
    index.add(pack);
    packs.add(pack);
    blobs += pack.blobs().size();
    if (blobs >= IndexFile.USUAL_BLOBS) {
      list();
    }
  }

  /** Writes the index file of all. */
  synchronized void list() {
    if (!packs.isEmpty()) {
      storedBytes.addAndGet(repository.saveIndex(packs).bytes());
      forget();
    }
  }

  /** Takes all out of the store again. */
  synchronized void delete() {
    packs.forEach(pack -> repository.delete(FileType.PACK, pack.pack().hex()));
    forget();
  }

  /** Leaves all where they are. */
  synchronized void forget() {
    packs.clear();
    blobs = 0;
  }
}
