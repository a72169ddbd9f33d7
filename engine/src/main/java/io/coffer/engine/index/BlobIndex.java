package io.coffer.engine.index;

import io.coffer.engine.StoreException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.pack.PackEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All blobs that can be used: those of a large repository sorted in a file, others in memory. A
 * blob that a running backup has claimed is known without a place until its pack is written.
 */
public final class BlobIndex {
  /** Is told where blobs lie: the numbers of blob and pack, and how many bytes it takes sealed. */
  @FunctionalInterface
  public interface PlaceVisitor {
    void place(int blob, int pack, int length, boolean compressed);
  }

  /** Blobs above which it is worth while to keep them in a file. */
  public static final int MOST_IN_MEMORY = 600_000;

  private static final int BYTES_IN_MEMORY = 70;

  private final IndexCache cache;
  private final List<BlobId> packs = new ArrayList<>();
  private final Map<BlobId, Integer> packNumbers = new HashMap<>();
  private SortedBlobs sorted = SortedBlobs.EMPTY;

  /** What is not in the file; numbered behind it. */
  private BlobTable table = new BlobTable();

  private Copies copies = new Copies();

  /** Whether somebody remembers numbers of blobs, which must not change from then on. */
  private boolean numbered;

  /**
   * @param cache where blobs go that are too many for memory
   */
  public BlobIndex(IndexCache cache) {
    this.cache = cache;
  }

  /**
   * Begins with what the cache has.
   *
   * @param areListed whether all of these index files are part of the repository
   * @return the index files that need not be added
   */
  public synchronized Set<String> begin(Predicate<Set<String>> areListed) {
    cache.find(areListed).ifPresent(this::use);
    return sorted.indexFiles();
  }

  private void use(SortedBlobs blobs) {
    sorted = blobs;
    table = new BlobTable();
    copies = new Copies();
    for (BlobId pack : blobs.packs()) {
      if (packNumbers.putIfAbsent(pack, packs.size()) == null) {
        packs.add(pack);
      }
    }
  }

  /**
   * Moves blobs from memory to the file if there are more than so many. Numbers change, so nothing
   * is moved once somebody asked for some.
   *
   * @param indexFiles all that list what was added
   */
  public synchronized void settle(int mostInMemory, Set<String> indexFiles) {
    if (numbered || table.size() + copies.size() <= mostInMemory) {
      return;
    }
    try {
      settle(indexFiles);
    } catch (StoreException e) {
      long needed = (long) BYTES_IN_MEMORY * (table.size() + copies.size());
      if (needed > Runtime.getRuntime().maxMemory() / 2) {
        throw e;
      }
    }
  }

  private void settle(Set<String> indexFiles) {
    BlobTable before = table;
    int[] places = places();
    Iterator<BlobRecord> fresh = new SortedPlaces(places, this::idOfPlace, this::place);
    int count = Math.addExact(sorted.size(), places.length);
    use(cache.keep(new MergedRecords(sorted.records(), fresh), count, packs, indexFiles));
    for (int number = 0; number < before.size(); number++) {
      if (before.pack(number) == BlobTable.NO_PACK) {
        table.add(before.id(number));
      }
    }
  }

  /** The numbers of all places in memory: those of the table, then those of copies. */
  private int[] places() {
    int[] places = new int[table.size() + copies.size()];
    int count = 0;
    for (int number = 0; number < table.size(); number++) {
      if (table.pack(number) != BlobTable.NO_PACK) {
        places[count++] = number;
      }
    }
    for (int copy = 0; copy < copies.size(); copy++) {
      places[count++] = table.size() + copy;
    }
    return Arrays.copyOf(places, count);
  }

  private BlobId idOfPlace(int place) {
    return place < table.size() ? table.id(place) : id(copies.blob(place - table.size()));
  }

  private BlobRecord place(int place) {
    if (place < table.size()) {
      return new BlobRecord(table.entry(place), table.pack(place));
    }
    int copy = place - table.size();
    return new BlobRecord(entry(copy), copies.pack(copy));
  }

  /** One more than the largest number of a known blob, claimed ones among them. */
  public synchronized int size() {
    return sorted.size() + table.size();
  }

  public synchronized boolean contains(BlobId id) {
    return find(id, false) >= 0;
  }

  /** The number of a known blob, from 0 on; -1 if it is unknown. */
  public synchronized int number(BlobId id) {
    return find(id, true);
  }

  private int find(BlobId id, boolean remembered) {
    numbered |= remembered;
    int number = table.number(id);
    return number >= 0 ? sorted.size() + number : sorted.number(id);
  }

  /** The packs, each at its number. */
  public synchronized List<BlobId> packs() {
    return List.copyOf(packs);
  }

  /** Tells of all places of all written blobs, those of one blob in no certain order. */
  public synchronized void forEachPlace(PlaceVisitor visitor) {
    numbered = true;
    BlobId last = null;
    int first = 0;
    Iterator<BlobRecord> records = sorted.records();
    for (int rank = 0; records.hasNext(); rank++) {
      BlobRecord record = records.next();
      if (!record.id().equals(last)) {
        last = record.id();
        first = rank;
      }
      PackEntry entry = record.entry();
      visitor.place(first, record.pack(), entry.length(), entry.compressed());
    }
    for (int number = 0; number < table.size(); number++) {
      if (table.pack(number) != BlobTable.NO_PACK) {
        visitor.place(
            sorted.size() + number,
            table.pack(number),
            table.length(number),
            table.isCompressed(number));
      }
    }
    for (int copy = 0; copy < copies.size(); copy++) {
      visitor.place(
          copies.blob(copy),
          copies.pack(copy),
          copies.length(copy),
          copies.uncompressed(copy) != 0);
    }
  }

  /** What is in the packs of these numbers. */
  public synchronized List<PackContents> contents(BitSet wanted) {
    Map<Integer, List<PackEntry>> found = new TreeMap<>();
    wanted.stream().forEach(pack -> found.put(pack, new ArrayList<>()));
    for (Iterator<BlobRecord> records = sorted.records(); records.hasNext(); ) {
      BlobRecord record = records.next();
      if (wanted.get(record.pack())) {
        found.get(record.pack()).add(record.entry());
      }
    }
    for (int number = 0; number < table.size(); number++) {
      if (table.pack(number) != BlobTable.NO_PACK && wanted.get(table.pack(number))) {
        found.get(table.pack(number)).add(table.entry(number));
      }
    }
    for (int copy = 0; copy < copies.size(); copy++) {
      if (wanted.get(copies.pack(copy))) {
        found.get(copies.pack(copy)).add(entry(copy));
      }
    }
    List<PackContents> contents = new ArrayList<>();
    found.forEach(
        (pack, entries) -> {
          entries.sort(Comparator.comparingLong(PackEntry::offset));
          contents.add(new PackContents(packs.get(pack), entries));
        });
    return contents;
  }

  /** True for exactly one caller, who then has to store the blob; false if it is known already. */
  public synchronized boolean claim(BlobId id) {
    if (find(id, false) >= 0) {
      return false;
    }
    table.add(id);
    return true;
  }

  private BlobId id(int number) {
    return number < sorted.size() ? sorted.record(number).id() : table.id(number - sorted.size());
  }

  private PackEntry entry(int copy) {
    int number = copies.blob(copy);
    PackEntry first =
        number < sorted.size()
            ? sorted.record(number).entry()
            : table.entry(number - sorted.size());
    return new PackEntry(
        first.type(),
        first.id(),
        copies.offset(copy),
        copies.length(copy),
        copies.uncompressed(copy));
  }

  /** Adds a written pack, known or not. A blob that has a place already keeps it. */
  public synchronized void add(PackContents contents) {
    Integer known = packNumbers.get(contents.pack());
    int pack = known == null ? packs.size() : known;
    if (known == null) {
      packs.add(contents.pack());
      packNumbers.put(contents.pack(), pack);
    }
    for (PackEntry entry : contents.blobs()) {
      int number = find(entry.id(), false);
      int inTable = number < 0 ? table.add(entry.id()) : number - sorted.size();
      if (inTable >= 0 && table.pack(inTable) == BlobTable.NO_PACK) {
        table.place(inTable, pack, entry);
      } else if (known == null) {
        copies.add(number, pack, entry);
      }
    }
  }

  /** All places of a blob, beginning with the one that {@link #find} knows. */
  public synchronized List<BlobLocation> places(BlobId id) {
    List<BlobLocation> places = new ArrayList<>();
    find(id).ifPresent(places::add);
    int number = find(id, false);
    sorted.further(number).forEach(record -> places.add(location(record)));
    for (int copy = 0; copy < copies.size(); copy++) {
      if (copies.blob(copy) == number) {
        places.add(location(place(table.size() + copy)));
      }
    }
    return places;
  }

  /** The place of a blob; empty if it is unknown or not yet written. */
  public synchronized Optional<BlobLocation> find(BlobId id) {
    int number = table.number(id);
    if (number >= 0) {
      boolean isWritten = table.pack(number) != BlobTable.NO_PACK;
      return isWritten ? Optional.of(location(place(number))) : Optional.empty();
    }
    int rank = sorted.number(id);
    return rank < 0 ? Optional.empty() : Optional.of(location(sorted.record(rank)));
  }

  private BlobLocation location(BlobRecord record) {
    return new BlobLocation(packs.get(record.pack()), record.entry());
  }
}
