package io.coffer.engine.store;

import io.coffer.engine.index.BlobIndex;
import io.coffer.engine.index.IndexCache;
import io.coffer.engine.index.IndexFile;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.store.Store.StoredFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an open repository knows of its blobs, and from which index files. */
final class LoadedIndex {
  private final Repository repository;
  private final IndexCache cache;
  private final Set<String> indexFiles = new HashSet<>();
  private volatile BlobIndex blobs;

  LoadedIndex(Repository repository) {
    this.repository = repository;
    this.cache = IndexCache.of(repository.config().id(), repository.masterKey());
    this.blobs = new BlobIndex(cache);
  }

  BlobIndex blobs() {
    return blobs;
  }

  /** Reads the index files that are new; all of them where some have gone. */
  void refresh() {
    boolean done = false;
    try {
      if (indexFiles.isEmpty()) {
        indexFiles.addAll(blobs.begin(this::areListed));
      }
      while (!repository
          .files()
          .readAll(FileType.INDEX, this::takeIn)
          .keySet()
          .containsAll(indexFiles)) {
        forget();
      }
      done = true;
    } finally {
      if (!done) {
        forget(); // a part of an index is worse than none
      }
    }
  }

  StoredFile save(List<PackContents> packs) {
    StoredFile file = repository.saveUnpacked(FileType.INDEX, IndexFile.encode(packs));
    take(file.name(), packs);
    return file;
  }

  void forget() {
    blobs = new BlobIndex(cache);
    indexFiles.clear();
  }

  private String takeIn(String indexFile) {
    if (!indexFiles.contains(indexFile)) {
      take(indexFile, repository.loadIndex(indexFile));
    }
    return indexFile;
  }

  private void take(String indexFile, List<PackContents> packs) {
    packs.forEach(blobs::add);
    indexFiles.add(indexFile);
    blobs.settle(BlobIndex.MOST_IN_MEMORY, indexFiles);
  }

  private boolean areListed(Set<String> names) {
    Set<String> listed = new HashSet<>();
    repository.store().list(FileType.INDEX).forEach(file -> listed.add(file.name()));
    return listed.containsAll(names);
  }
}
