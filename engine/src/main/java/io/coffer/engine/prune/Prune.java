package io.coffer.engine.prune;

import io.coffer.engine.DamagedException;
import io.coffer.engine.LockedException;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.LockRequest;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import io.coffer.engine.store.Store.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Deletes packs that no snapshot needs, in two phases. Looking, marking and packing anew go on
 * beside backups. Only when a pack was found unused for the whole grace it is deleted, in a moment
 * alone in which new snapshots are looked at once more. A pack leaves the index before it is
 * deleted, so a crash at any instant leaves a valid repository.
 */
public final class Prune {
  private static final Duration TEMPORARY_AGE = Duration.ofHours(1);
  private static final RepackLimits NONE_ANEW = new RepackLimits(1, 0);

  private final Repository repository;
  private final Duration grace;

  public Prune(Repository repository) {
    this(repository, Duration.ZERO);
  }

  /**
   * @param grace how long packs must have been seen unused before they are deleted, for a caller
   *     whose lock does not keep those away who sleep and are not known to
   */
  public Prune(Repository repository, Duration grace) {
    this.repository = repository;
    this.grace = grace;
  }

  /**
   * Deletes the packs that are wholly unused, at once. The caller holds an exclusive lock.
   *
   * @throws DamagedException if a snapshot or tree cannot be read: then nothing is deleted
   */
  public PruneResult run() {
    return run(NONE_ANEW);
  }

  /** The same, and packs anew what is wasted in packs that are used in part, within limits. */
  public PruneResult run(RepackLimits limits) {
    repository.writing().lock();
    try {
      long before = repository.storedBytes();
      UsedBlobs used = new UsedBlobs(repository);
      used.update();
      Map<String, Long> stored = stored();
      PackUsage usage = PackUsage.of(used, stored, pack -> false);
      Set<String> unneeded = unneeded(usage, stored.keySet());
      List<PackUsage.Usage> wasteful = usage.wasteful(limits.maxUnused());
      Set<String> emptied =
          Repack.run(repository, usage, PackUsage.first(wasteful, limits.copiedBytes()));
      unneeded.addAll(emptied);
      int deleted = PackRemoval.run(repository, due(unneeded));
      return new PruneResult(
          before - repository.storedBytes(),
          deleted,
          emptied.size(),
          unneeded.size() - deleted,
          wasteful.size() - emptied.size());
    } finally {
      repository.writing().unlock();
    }
  }

  /**
   * Marks, packs anew and deletes as far as the grace and others allow. Takes its own locks.
   *
   * @throws DamagedException if a snapshot or tree cannot be read: then nothing is deleted
   */
  public PruneResult run(PruneRequest request) {
    repository.writing().lock();
    try {
      return prune(request);
    } finally {
      repository.writing().unlock();
    }
  }

  private PruneResult prune(PruneRequest request) {
    Instant now = Instant.now();
    UsedBlobs used = new UsedBlobs(repository);
    Marks marks = Marks.load(repository);
    long before;
    Anew anew;
    Set<String> unneeded;
    LockRequest beside = LockRequest.shared(request.hostname(), request.patience());
    try (RepositoryLock lock =
        RepositoryLock.acquire(repository, beside.dispensable().tellingWait(request.waiting()))) {
      if (repository.store() instanceof LocalStore local) {
        local.sweepTemporary(TEMPORARY_AGE);
      }
      before = repository.storedBytes();
      used.update();
      anew = packAnew(used, marks, request.maxUnused());
      Predicate<String> late = pack -> anew.emptied().contains(pack) || marks.contains(pack);
      Map<String, Long> stored = stored();
      unneeded = unneeded(PackUsage.of(used, stored, late), stored.keySet());
      marks.set(unneeded, now, request.grace());
    }
    Set<String> due = new HashSet<>(unneeded);
    due.removeIf(pack -> !marks.isOlder(pack, now.minus(request.grace())));
    int deleted = due.isEmpty() ? 0 : deleteAlone(request, used, due);
    if (deleted > 0) {
      unneeded.removeAll(due);
      marks.set(unneeded, now, Duration.ZERO);
    }
    long freed = before - repository.storedBytes();
    return new PruneResult(freed, deleted, anew.emptied().size(), unneeded.size(), anew.left());
  }

  /** Packs whose needed blobs are in others now, and how many more were worth it. */
  private record Anew(Set<String> emptied, int left) {}

  private Anew packAnew(UsedBlobs used, Marks marks, double maxUnused) {
    PackUsage usage = PackUsage.of(used, stored(), marks::contains);
    List<PackUsage.Usage> wasteful = usage.wasteful(maxUnused);
    Set<String> emptied = Repack.run(repository, usage, wasteful);
    if (emptied.isEmpty() && !wasteful.isEmpty()) {
      used.update(); // the index is another one
    }
    return new Anew(emptied, wasteful.size() - emptied.size());
  }

  /** Zero if others do not give way. */
  private int deleteAlone(PruneRequest request, UsedBlobs used, Set<String> due) {
    LockRequest alone = LockRequest.exclusive(request.hostname(), request.patience());
    try (RepositoryLock lock =
        RepositoryLock.acquire(repository, alone.dispensable().tellingWait(request.waiting()))) {
      used.update();
      PackUsage usage = PackUsage.of(used, stored(), due::contains);
      due.removeIf(usage::isNeeded);
      return PackRemoval.run(repository, due);
    } catch (LockedException e) {
      return 0;
    }
  }

  /** Those whose grace is over; the others are marked. */
  private Set<String> due(Set<String> unneeded) {
    if (grace.isZero()) {
      return unneeded;
    }
    Instant now = Instant.now();
    Marks marks = Marks.load(repository);
    marks.set(unneeded, now, grace);
    Set<String> due = new HashSet<>(unneeded);
    due.removeIf(pack -> !marks.isOlder(pack, now.minus(grace)));
    return due;
  }

  private Map<String, Long> stored() {
    return repository.store().list(FileType.PACK).stream()
        .collect(Collectors.toMap(StoredFile::name, StoredFile::bytes));
  }

  private static Set<String> unneeded(PackUsage usage, Set<String> stored) {
    return stored.stream()
        .filter(pack -> !usage.isNeeded(pack))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
