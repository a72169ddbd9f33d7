package io.coffer.engine.check;

import io.coffer.engine.EngineException;
import io.coffer.engine.index.IndexFile;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.snapshot.SnapshotFile;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Store.StoredFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Map<String, Optional<Snapshot>> snapshots = snapshots(findings);
    List<StoredFile> indexes = repository.store().list(FileType.INDEX);
    int packs = packs(indexes, readData, findings);
    SnapshotCheck trees = new SnapshotCheck(repository, findings);
    List<String> damaged = new ArrayList<>();
    snapshots.forEach(
        (name, snapshot) -> {
          if (!snapshot.map(Snapshot::tree).filter(trees::isSound).isPresent()) {
            damaged.add(name);
          }
        });
    return new CheckResult(
        findings.errors(),
        damaged,
        findings.hints(),
        snapshots.size(),
        packs,
        findings.readBytes.get());
  }

  /** All snapshots by their names; those that cannot be read without content. */
  private Map<String, Optional<Snapshot>> snapshots(Findings findings) {
    Map<String, Optional<Snapshot>> snapshots = new LinkedHashMap<>();
    for (StoredFile file : repository.store().list(FileType.SNAPSHOT)) {
      try {
        byte[] json = repository.loadUnpacked(FileType.SNAPSHOT, file.name());
        snapshots.put(file.name(), Optional.of(SnapshotFile.parse(file.name(), json)));
      } catch (EngineException e) {
        findings.error("snapshot " + file.name() + ": " + e.getMessage());
        snapshots.put(file.name(), Optional.empty());
      }
    }
    return snapshots;
  }

  /** Takes the indexes in, and looks at the packs of some of them at a time; answers how many. */
  private int packs(List<StoredFile> indexes, boolean readData, Findings findings) {
    Map<String, Long> sizes = new HashMap<>();
    for (StoredFile file : repository.store().list(FileType.PACK)) {
      sizes.put(file.name(), file.bytes());
    }
    Set<String> listed = new HashSet<>();
    PackCheck reading = new PackCheck(repository, findings);
    List<PackContents> unread = new ArrayList<>();
    int blobs = 0;
    repository.forgetIndex();
    for (StoredFile file : indexes) {
      for (PackContents pack : index(file, findings)) {
        repository.index().add(pack);
        if (!listed.add(pack.pack().hex())) {
          findings.hint("pack " + pack.pack() + " is in more than one index");
          continue;
        }
        size(pack, sizes.get(pack.pack().hex()), findings);
        if (readData) {
          unread.add(pack);
          blobs += pack.blobs().size();
        }
      }
      if (blobs >= IndexFile.USUAL_BLOBS) {
        reading.run(unread);
        unread.clear();
        blobs = 0;
      }
    }
    reading.run(unread);
    sizes.keySet().removeAll(listed);
    sizes.keySet().forEach(name -> findings.hint("pack " + name + " is in no index"));
    return listed.size();
  }

  private List<PackContents> index(StoredFile file, Findings findings) {
    try {
      return repository.loadIndex(file.name());
    } catch (EngineException e) {
      findings.error("index " + file.name() + ": " + e.getMessage());
      return List.of();
    }
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
