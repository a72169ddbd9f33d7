package io.coffer.engine.copy;

import io.coffer.engine.Crew;
import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.pack.BlobSpool;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.SavingJob;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.store.Store.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Copies snapshots from one repository to another with other keys. All blobs are read and written
 * before any snapshot is: what the other repository has already is not written again, so that a
 * copy after one that failed goes on where that one stopped. Then all of them are read back from
 * there, and only then the snapshots are written, parents before their children. The caller holds a
 * shared lock of both repositories.
 */
public final class SnapshotCopy {
  private final Repository from;
  private final Repository to;

  public SnapshotCopy(Repository from, Repository to) {
    this.from = from;
    this.to = to;
  }

  /**
   * @param originals parents before their children
   * @param tags what the copies are tagged with, made of the tags of the originals
   * @throws DamagedException if something that they need is not what was written, here or there
   * @throws io.coffer.engine.CancelledException if the listener asked for it
   */
  public CopyResult run(
      List<Snapshots.Details> originals, UnaryOperator<List<String>> tags, CopyListener listener) {
    from.writing().lock();
    to.writing().lock();
    try {
      AtomicLong stored = new AtomicLong();
      CopyTally tally = new CopyTally(listener, stored::get);
      Set<BlobId> roots = new LinkedHashSet<>();
      originals.forEach(original -> roots.add(original.snapshot().tree()));
      from.refresh();
      NeededBlobs needed = NeededBlobs.of(from, roots, tally);
      tally.begin(2 * needed.dataBytes());
      SavingJob.run(to, (crew, saver) -> copy(needed, crew, saver, tally, stored));
      listener.verifying();
      verify(roots, tally);
      tally.checkCancelled();
      return snapshots(originals, tags, needed.dataBytes(), stored.get());
    } finally {
      to.writing().unlock();
      from.writing().unlock();
    }
  }

  private Void copy(
      NeededBlobs needed, Crew crew, PackSaver saver, CopyTally tally, AtomicLong stored) {
    new BlobReading(from, needed, tally)
        .run(
            crew,
            blob -> !to.index().contains(blob.id()),
            (thread, blob, plain, length) -> {
              saver.lane(thread).saveKnown(blob.id(), plain, 0, length);
              stored.set(saver.storedBytes());
            });
    for (BlobId tree : needed.trees()) {
      tally.checkCancelled();
      if (!to.index().contains(tree)) {
        copyTree(tree, saver);
      }
    }
    saver.flush();
    stored.set(saver.storedBytes());
    return null;
  }

  private void copyTree(BlobId tree, PackSaver saver) {
    try (InputStream json = from.readBlob(tree);
        BlobSpool spool = new BlobSpool()) {
      json.transferTo(spool);
      saver.saveTree(spool);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By what the files say, not by what is remembered of writing them. */
  private void verify(Set<BlobId> roots, CopyTally tally) {
    to.forgetIndex();
    to.refresh();
    NeededBlobs there = NeededBlobs.of(to, roots, tally);
    try (Crew crew = new Crew(Crew.usualSize(), "verify")) {
      new BlobReading(to, there, tally)
          .run(crew, blob -> true, (thread, blob, plain, length) -> {});
    }
  }

  private CopyResult snapshots(
      List<Snapshots.Details> originals,
      UnaryOperator<List<String>> tags,
      long dataBytes,
      long storedBytes) {
    Map<String, String> copies = new LinkedHashMap<>();
    long stored = storedBytes;
    for (Snapshots.Details original : originals) {
      Snapshot snapshot = original.snapshot();
      Optional<String> parent = snapshot.parent().map(copies::get);
      StoredFile copy = new Snapshots(to).saveCopy(original, parent, tags.apply(snapshot.tags()));
      copies.put(snapshot.id(), copy.name());
      stored += copy.bytes();
    }
    return new CopyResult(copies, dataBytes, stored);
  }
}
