package io.coffer.engine.repair;

import io.coffer.engine.DamagedException;
import io.coffer.engine.GoneException;
import io.coffer.engine.StoreException;
import io.coffer.engine.index.IndexFile;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Store.StoredFile;
import io.coffer.engine.store.UnusableFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the indexes say what packs there are: index files that say so already stay, all others are
 * replaced, and packs that no index lists are read. New index files are there before old ones go
 * that said anything, so a crash at any instant loses nothing.
 */
public final class IndexRepair {
  private final Repository repository;
  private final Map<String, StoredFile> packs = new HashMap<>();
  private final Set<String> listed = new HashSet<>();
  private final List<PackContents> unsaved = new ArrayList<>();
  private final List<String> obsolete = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private int unsavedBlobs;
  private int read;
  private int replaced;

  private IndexRepair(Repository repository) {
    this.repository = repository;
  }

  /**
   * The caller holds an exclusive lock.
   *
   * @param readAll believes no index, but reads the header of every pack
   * @throws StoreException if an index file cannot be read although it may be sound
   */
  public static IndexRepairResult run(Repository repository, boolean readAll) {
    repository.writing().lock();
    try {
      return new IndexRepair(repository).run(readAll);
    } finally {
      repository.forgetIndex();
      repository.writing().unlock();
    }
  }

  private IndexRepairResult run(boolean readAll) {
    for (StoredFile pack : repository.store().list(FileType.PACK)) {
      packs.put(pack.name(), pack);
    }
    repository.files().readAll(FileType.INDEX, index -> take(index, readAll));
    for (UnusableFile index : repository.files().unusable(FileType.INDEX)) {
      if (!index.isTorn()) {
        throw index.cause();
      }
      repository.delete(FileType.INDEX, index.name()); // its room may be needed
      replaced++;
    }
    for (StoredFile pack : packs.values()) {
      if (!listed.contains(pack.name())) {
        read(pack);
      }
    }
    save();
    obsolete.forEach(index -> repository.delete(FileType.INDEX, index));
    replaced += obsolete.size();
    return new IndexRepairResult(read, replaced, List.copyOf(lost), List.copyOf(unreadable));
  }

  /** Leaves an index file as it is if all that it lists is there and in no other one. */
  private String take(String index, boolean readAll) {
    List<PackContents> contents = readAll ? List.of() : repository.loadIndex(index);
    List<PackContents> right = new ArrayList<>();
    for (PackContents pack : contents) {
      StoredFile file = packs.get(pack.pack().hex());
      if (file == null) {
        lost.add(pack.pack().hex());
      } else if (file.bytes() == pack.packBytes() && listed.add(file.name())) {
        right.add(pack);
      }
    }
    if (readAll || right.size() < contents.size()) {
      obsolete.add(index);
      right.forEach(this::add);
    }
    return index;
  }

  private void read(StoredFile pack) {
    try {
      add(new PackTail(repository).read(pack));
      read++;
    } catch (GoneException e) {
      lost.add(pack.name());
    } catch (DamagedException | StoreException e) {
      unreadable.add(e.getMessage());
    }
  }

  private void add(PackContents pack) {
    unsaved.add(pack);
    unsavedBlobs += pack.blobs().size();
    if (unsavedBlobs >= IndexFile.USUAL_BLOBS) {
      save();
    }
  }

  private void save() {
    if (!unsaved.isEmpty()) {
      repository.saveUnpacked(FileType.INDEX, IndexFile.encode(unsaved));
      unsaved.clear();
      unsavedBlobs = 0;
    }
  }
}
