package io.coffer.engine.check;

import io.coffer.engine.index.BlobIndex;
import io.coffer.engine.index.IndexFile;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store.StoredFile;
import io.coffer.engine.store.UnusableFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a repository: that every index, pack, snapshot and tree is there and fits the others, and,
 * if wished, that every byte of the packs is what was written. Finds all it can, and never throws
 * for what is damaged.
 */
public final class Check {
  private final Repository repository;

  public Check(Repository repository) {
    this.repository = repository;
  }

  /**
   * @param readData reads all packs instead of looking at their sizes only
   */
  public CheckResult run(boolean readData) {
    Findings findings = new Findings();
    // What is listed first was written last: else backups beside us would look like damage.
    List<Snapshot> snapshots = new Snapshots(repository).list();
    repository.readKeysAndLocks();
    int packs = packs(readData, findings);
    List<String> damaged = new ArrayList<>();
    for (UnusableFile file : repository.files().unusable()) {
      findings.error(file.tell());
      if (file.type() == FileType.SNAPSHOT) {
        damaged.add(file.name());
      }
    }
    SnapshotCheck trees = new SnapshotCheck(repository, findings);
    for (Snapshot snapshot : snapshots) {
      if (!trees.isSound(snapshot.tree())) {
        damaged.add(snapshot.id());
      }
    }
    return new CheckResult(
        findings.errors(),
        damaged,
        findings.hints(),
        snapshots.size() + repository.files().unusable(FileType.SNAPSHOT).size(),
        packs,
        findings.readBytes.get());
  }

  /** Takes the indexes in, and looks at the packs of some of them at a time; answers how many. */
  private int packs(boolean readData, Findings findings) {
    Map<String, Long> sizes = new HashMap<>();
    Set<String> listed = new HashSet<>();
    PackCheck reading = new PackCheck(repository, findings);
    List<PackContents> unread = new ArrayList<>();
    repository.forgetIndex();
    Set<String> read = new HashSet<>();
    repository
        .files()
        .readAll(
            FileType.INDEX,
            index -> {
              List<PackContents> packs = repository.loadIndex(index);
              if (packs.stream().anyMatch(pack -> !sizes.containsKey(pack.pack().hex()))) {
                sizes.putAll(packSizes()); // only now: it was written after its packs
              }
              for (PackContents pack : packs) {
                repository.index().add(pack);
                if (!listed.add(pack.pack().hex())) {
                  findings.hint("pack " + pack.pack() + " is in more than one index");
                  continue;
                }
                size(pack, sizes.get(pack.pack().hex()), findings);
                if (readData) {
                  unread.add(pack);
                }
              }
              if (unread.stream().mapToInt(pack -> pack.blobs().size()).sum()
                  >= IndexFile.USUAL_BLOBS) {
                reading.run(unread);
                unread.clear();
              }
              read.add(index);
              repository.index().settle(BlobIndex.MOST_IN_MEMORY, read);
              return index;
            });
    reading.run(unread);
    sizes.putAll(packSizes());
    sizes.keySet().removeAll(listed);
    sizes.keySet().forEach(name -> findings.hint("pack " + name + " is in no index"));
    return listed.size();
  }

  private Map<String, Long> packSizes() {
    Map<String, Long> sizes = new HashMap<>();
    for (StoredFile file : repository.store().list(FileType.PACK)) {
      sizes.put(file.name(), file.bytes());
    }
    return sizes;
  }

  private static void size(PackContents pack, Long size, Findings findings) {
    if (size == null) {
      findings.badPack(pack, "pack " + pack.pack() + " is missing");
    } else if (size != pack.packBytes()) {
      findings.badPack(
          pack, "pack " + pack.pack() + " has " + size + " bytes, not " + pack.packBytes());
    }
  }
}
