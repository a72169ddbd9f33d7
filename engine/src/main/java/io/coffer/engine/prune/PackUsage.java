package io.coffer.engine.prune;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.pack.PackEntry;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Store.StoredFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which packs the used blobs lie in. A blob that lies in several counts for one of them only. */
final class PackUsage {
  /** A pack and how much of it is needed. */
  record Usage(PackContents contents, List<PackEntry> needed, long neededBytes) {
    long wastedBytes() {
      return contents.packBytes() - neededBytes;
    }
  }

  private final Map<String, List<PackContents>> indexes = new LinkedHashMap<>();
  private final Map<String, Usage> packs = new LinkedHashMap<>();

  private PackUsage() {}

  /**
   * @param late packs that shall count as keeper of a blob only if no other pack has it
   */
  static PackUsage of(Repository repository, UsedBlobs used, Predicate<String> late) {
    PackUsage usage = new PackUsage();
    Map<String, PackContents> all = new HashMap<>();
    for (StoredFile file : repository.store().list(FileType.INDEX)) {
      List<PackContents> contents = repository.loadIndex(file.name());
      usage.indexes.put(file.name(), contents);
      contents.forEach(pack -> all.put(pack.pack().hex(), pack));
    }
    List<PackContents> ordered = new ArrayList<>(all.values());
    ordered.sort(
        Comparator.comparing((PackContents pack) -> late.test(pack.pack().hex()))
            .thenComparing(PackContents::pack));
    Set<BlobId> kept = new HashSet<>();
    for (PackContents pack : ordered) {
      List<PackEntry> needed = new ArrayList<>();
      long bytes = 0;
      for (PackEntry blob : pack.blobs()) {
        if (used.contains(blob.id()) && kept.add(blob.id())) {
          needed.add(blob);
          bytes += blob.length();
        }
      }
      usage.packs.put(pack.pack().hex(), new Usage(pack, needed, bytes));
    }
    return usage;
  }

  /** The packs of each index file. */
  Map<String, List<PackContents>> indexes() {
    return indexes;
  }

  boolean isNeeded(String pack) {
    Usage usage = packs.get(pack);
    return usage != null && !usage.needed().isEmpty();
  }

  /** The emptiest packs that must be packed anew so that not more than a share is wasted. */
  List<Usage> wasteful(double maxUnused) {
    List<Usage> partly = new ArrayList<>();
    long used = 0;
    long wasted = 0;
    for (Usage usage : packs.values()) {
      if (!usage.needed().isEmpty()) {
        used += usage.neededBytes();
        if (usage.needed().size() < usage.contents().blobs().size()) {
          partly.add(usage);
          wasted += usage.wastedBytes();
        }
      }
    }
    partly.sort(
        Comparator.comparingDouble(
            usage -> (double) usage.neededBytes() / usage.contents().packBytes()));
    List<Usage> result = new ArrayList<>();
    for (Usage usage : partly) {
      if (wasted <= maxUnused * used) {
        break;
      }
      result.add(usage);
      wasted -= usage.wastedBytes();
    }
    return result;
  }
}
