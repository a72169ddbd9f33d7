package io.coffer.engine.prune;

import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Store;
import io.coffer.engine.store.Store.StoredFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deletes packs that no snapshot needs. The caller holds an exclusive lock of the repository. A
 * pack leaves the index before it is deleted, so a crash at any instant leaves a valid repository.
 */
public final class Prune {
  private final Repository repository;

  public Prune(Repository repository) {
    this.repository = repository;
  }

  /**
   * @throws DamagedException if a snapshot or tree cannot be read: then nothing is deleted
   */
  public PruneResult run() {
    repository.writing().lock();
    try {
      repository.refresh();
      return delete(UsedBlobs.of(repository));
    } finally {
      repository.writing().unlock();
    }
  }

  private PruneResult delete(Set<BlobId> used) {
    long before = repository.storedBytes();
    Map<String, List<PackContents>> indexes = new LinkedHashMap<>();
    Set<String> kept = new HashSet<>();
    for (StoredFile file : repository.store().list(FileType.INDEX)) {
      List<PackContents> packs = repository.loadIndex(file.name());
      indexes.put(file.name(), packs);
      for (PackContents pack : packs) {
        if (pack.blobs().stream().anyMatch(blob -> used.contains(blob.id()))) {
          kept.add(pack.pack().hex());
        }
      }
    }
    rewrite(indexes, kept);
    int deleted = 0;
    Store store = repository.store();
    for (StoredFile pack : store.list(FileType.PACK)) {
      if (!kept.contains(pack.name())) {
        store.delete(FileType.PACK, pack.name());
        deleted++;
      }
    }
    return new PruneResult(before - repository.storedBytes(), deleted);
  }

  private void rewrite(Map<String, List<PackContents>> indexes, Set<String> kept) {
    List<PackContents> remaining = new ArrayList<>();
    List<String> obsolete = new ArrayList<>();
    indexes.forEach(
        (name, packs) -> {
          List<PackContents> still =
              packs.stream().filter(pack -> kept.contains(pack.pack().hex())).toList();
          if (still.size() < packs.size()) {
            remaining.addAll(still);
            obsolete.add(name);
          }
        });
    if (obsolete.isEmpty()) {
      return;
    }
    if (!remaining.isEmpty()) {
      repository.saveIndex(remaining);
    }
    obsolete.forEach(name -> repository.store().delete(FileType.INDEX, name));
    repository.refresh();
  }
}
