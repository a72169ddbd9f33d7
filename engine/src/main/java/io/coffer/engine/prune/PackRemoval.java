package io.coffer.engine.prune;

import io.coffer.engine.StoreFullException;
import io.coffer.engine.index.IndexFile;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Store.StoredFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Deletes packs, after the index files that name them were replaced by others that do not. A store
 * without room for a new index file gets it from the old one, or from packs that are named no more:
 * a crash at this moment leaves packs that only {@code IndexRepair} finds, but at no moment an
 * index names a pack that is gone.
 */
final class PackRemoval {
  private final Repository repository;
  private final Set<String> packs;
  private final List<String> obsolete = new ArrayList<>();
  private final List<PackContents> remaining = new ArrayList<>();
  private int blobs;

  private PackRemoval(Repository repository, Set<String> packs) {
    this.repository = repository;
    this.packs = packs;
  }

  /** Answers how many packs it were. */
  static int run(Repository repository, Set<String> packs) {
    if (!packs.isEmpty()) {
      new PackRemoval(repository, packs).run();
    }
    return packs.size();
  }

  private void run() {
    try {
      for (StoredFile index : repository.store().list(FileType.INDEX)) {
        take(index.name());
        if (blobs >= IndexFile.USUAL_BLOBS) {
          replace();
        }
      }
      replace();
    } finally {
      repository.forgetIndex();
    }
    delete(packs);
  }

  private void take(String index) {
    List<PackContents> all = repository.loadIndex(index);
    List<PackContents> still =
        all.stream().filter(pack -> !packs.contains(pack.pack().hex())).toList();
    if (still.size() < all.size()) {
      obsolete.add(index);
      remaining.addAll(still);
      blobs += still.stream().mapToInt(pack -> pack.blobs().size()).sum();
    }
  }

  private void replace() {
    boolean saved = save();
    obsolete.forEach(index -> repository.delete(FileType.INDEX, index));
    if (!saved && !save()) {
      delete(unnamed());
      repository.saveIndex(remaining);
    }
    obsolete.clear();
    remaining.clear();
    blobs = 0;
  }

  /** Those of the packs that are in no index any more. */
  private Set<String> unnamed() {
    Set<String> unnamed = new HashSet<>(packs);
    for (StoredFile index : repository.store().list(FileType.INDEX)) {
      repository.loadIndex(index.name()).forEach(pack -> unnamed.remove(pack.pack().hex()));
    }
    return unnamed;
  }

  private void delete(Set<String> doomed) {
    doomed.forEach(pack -> repository.delete(FileType.PACK, pack));
  }

  /** False if there is no room. */
  private boolean save() {
    try {
      if (!remaining.isEmpty()) {
        repository.saveIndex(remaining);
      }
      return true;
    } catch (StoreFullException e) {
      return false;
    }
  }
}
