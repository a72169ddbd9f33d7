package io.coffer.engine.check;

import io.coffer.engine.EngineException;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.snapshot.SnapshotFile;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Store.StoredFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, PackContents> packs = indexes(findings);
    packSizes(packs, findings);
    if (readData) {
      new PackCheck(repository, findings).run(List.copyOf(packs.values()));
    }
    List<String> damaged = new ArrayList<>();
    SnapshotCheck trees = new SnapshotCheck(repository, findings);
    List<StoredFile> snapshots = repository.store().list(FileType.SNAPSHOT);
    for (StoredFile file : snapshots) {
      try {
        byte[] json = repository.loadUnpacked(FileType.SNAPSHOT, file.name());
        Snapshot snapshot = SnapshotFile.parse(file.name(), json);
        if (!trees.isSound(snapshot.tree())) {
          damaged.add(file.name());
        }
      } catch (EngineException e) {
        findings.error("snapshot " + file.name() + ": " + e.getMessage());
        damaged.add(file.name());
      }
    }
    return new CheckResult(
        findings.errors(),
        damaged,
        findings.hints(),
        snapshots.size(),
        packs.size(),
        findings.readBytes.get());
  }

  private Map<String, PackContents> indexes(Findings findings) {
    Map<String, PackContents> packs = new LinkedHashMap<>();
    repository.forgetIndex();
    for (StoredFile file : repository.store().list(FileType.INDEX)) {
      try {
        for (PackContents pack : repository.loadIndex(file.name())) {
          repository.index().add(pack);
          if (packs.put(pack.pack().hex(), pack) != null) {
            findings.hint("pack " + pack.pack() + " is in more than one index");
          }
        }
      } catch (EngineException e) {
        findings.error("index " + file.name() + ": " + e.getMessage());
      }
    }
    return packs;
  }

  private void packSizes(Map<String, PackContents> packs, Findings findings) {
    Map<String, Long> sizes = new HashMap<>();
    for (StoredFile file : repository.store().list(FileType.PACK)) {
      sizes.put(file.name(), file.bytes());
      if (!packs.containsKey(file.name())) {
        findings.hint("pack " + file.name() + " is in no index");
      }
    }
    packs.forEach(
        (name, pack) -> {
          Long size = sizes.get(name);
          if (size == null) {
            findings.badPack(pack, "pack " + name + " is missing");
          } else if (size != pack.packBytes()) {
            findings.badPack(
                pack, "pack " + name + " has " + size + " bytes, not " + pack.packBytes());
          }
        });
  }
}
