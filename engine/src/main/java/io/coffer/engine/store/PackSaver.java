package io.coffer.engine.store;

import io.coffer.engine.CancelledException;
import io.coffer.engine.EngineException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.index.BlobIndex;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.pack.BlobEncoder;
import io.coffer.engine.pack.BlobSpool;
import io.coffer.engine.pack.LargePack;
import io.coffer.engine.pack.PackBuffer;
import io.coffer.engine.pack.PackEntry;
import io.coffer.engine.pack.TemporaryFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stores new blobs: packs are filled by several lanes, one thread each, written beside them by two
 * writers, and listed in an index at last. The number of pack buffers bounds the memory.
 */
public final class PackSaver implements AutoCloseable {
  private static final int WRITERS = 2;

  /** Buffers that are being written while the lanes fill theirs. */
  private static final int SPARE = 1;

  private final Repository repository;
  private final BlobIndex index;
  private final BlockingQueue<PackBuffer> free = new LinkedBlockingQueue<>();
  private final ExecutorService writers =
      Executors.newFixedThreadPool(WRITERS, task -> daemon(task, "pack-writer"));
  private final List<Lane> lanes = new ArrayList<>();
  private final Lane trees;
  private final AtomicLong storedBytes = new AtomicLong();
  private final UnlistedPacks unlisted;
  private final AtomicLong storedBlobs = new AtomicLong();
  private final int buffers;
  private RuntimeException failure;

  public PackSaver(Repository repository, int laneCount) {
    this.repository = repository;
    this.index = repository.index();
    this.unlisted = new UnlistedPacks(repository, index, storedBytes);
    for (int i = 0; i < laneCount; i++) {
      lanes.add(new Lane(BlobType.DATA));
    }
    trees = new Lane(BlobType.TREE);
    buffers = laneCount + 1 + SPARE;
    for (int i = 0; i < buffers; i++) {
      free.add(new PackBuffer(buffers));
    }
  }

  /** The lane of the n-th worker. */
  public Lane lane(int number) {
    return lanes.get(number);
  }

  /** The lane of trees; whoever uses it is alone. */
  public Lane treeLane() {
    return trees;
  }

  /** Stores a tree unless it is known. */
  public BlobId saveTree(byte[] json) {
    BlobId id = new Hasher().id(json, 0, json.length);
    synchronized (trees) {
      return trees.saveKnown(id, json, 0, json.length);
    }
  }

  /** Stores a tree that may be larger than memory, unless it is known. */
  public BlobId saveTree(BlobSpool spool) {
    try {
      BlobId id = spool.finish();
      if (!spool.isLarge()) {
        return saveTree(spool.bytes());
      }
      if (index.claim(id)) {
        checkFailure();
        try (LargePack pack = LargePack.of(repository.masterKey(), BlobType.TREE, id, spool)) {
          repository.store().write(FileType.PACK, pack.id().hex(), pack.in());
          storedBytes.addAndGet(pack.size());
          storedBlobs.incrementAndGet();
          unlisted.add(new PackContents(pack.id(), List.of(pack.entry())));
        }
      }
      return id;
    } catch (IOException e) {
      throw TemporaryFile.failed(e);
    }
  }

  /** Bytes of packs and indexes written so far. */
  public long storedBytes() {
    return storedBytes.get();
  }

  /** Blobs that were not known before. */
  public long storedBlobs() {
    return storedBlobs.get();
  }

  /** Writes what the lanes hold and the index of all. No lane may be in use. */
  public void flush() {
    mergeLanes();
    lanes.forEach(Lane::writePack);
    trees.writePack();
    awaitWriters();
    unlisted.list();
  }

  /** Stops. Packs that were written before are listed, so that the next run finds their blobs. */
  @Override
  public void close() {
    writers.shutdown();
    try {
      writers.awaitTermination(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lanes.forEach(Lane::release);
    trees.release();
  }

  /** Lists what was written although the job failed; its own failure is the one to tell. */
  public void salvage() {
    try {
      writers.shutdown();
      writers.awaitTermination(1, TimeUnit.HOURS);
      unlisted.list();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      unlisted.forget();
    }
  }

  /** Deletes what was written and is in no index yet: gives its room back to a full store. */
  public void discard() {
    try {
      writers.shutdown();
      writers.awaitTermination(1, TimeUnit.HOURS);
      unlisted.delete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      unlisted.forget(); // a prune will find them
    }
  }

  /** One thread's way into the repository. */
  public final class Lane {
    private final Hasher hasher = new Hasher();
    private final BlobEncoder encoder = new BlobEncoder(repository.masterKey());
    private final BlobType type;
    private PackBuffer pack;

    private Lane(BlobType type) {
      this.type = type;
    }

    /** Stores a blob unless it is known. Fails if a pack could not be written since. */
    public BlobId save(byte[] data, int offset, int length) {
      return saveKnown(hasher.id(data, offset, length), data, offset, length);
    }

    /** Stores a blob whose id the caller knows, unless the repository knows it too. */
    public BlobId saveKnown(BlobId id, byte[] data, int offset, int length) {
      if (index.claim(id)) {
        add(id, data, offset, length);
      }
      return id;
    }

    /** Takes over a sealed blob from another pack, known or not. */
    public void copy(PackEntry entry, byte[] sealed, int offset) {
      checkFailure();
      if (pack == null) {
        pack = takeBuffer();
      }
      pack.appendSealed(entry, sealed, offset);
      if (pack.isFull()) {
        writePack();
      }
    }

    private void add(BlobId id, byte[] data, int offset, int length) {
      checkFailure();
      if (pack == null) {
        pack = takeBuffer();
      }
      encoder.encode(type, id, data, offset, length, pack);
      storedBlobs.incrementAndGet();
      if (pack.isFull()) {
        writePack();
      }
    }

    private void writePack() {
      if (pack != null && !pack.isEmpty()) {
        PackBuffer full = pack;
        pack = null;
        BlobId id = full.finish(encoder.sealer());
        writers.execute(() -> write(id, full));
      }
    }

    private void release() {
      encoder.close();
    }
  }

  private void mergeLanes() {
    Lane target = lanes.get(0);
    for (Lane lane : lanes.subList(1, lanes.size())) {
      if (lane.pack == null) {
        continue;
      }
      if (target.pack == null) {
        target.pack = lane.pack;
        lane.pack = null;
      } else if (target.pack.hasRoomFor(lane.pack)) {
        target.pack.appendAll(lane.pack);
        lane.pack.clear();
        free.add(lane.pack);
        lane.pack = null;
      }
    }
  }

  private void write(BlobId id, PackBuffer pack) {
    try {
      repository.store().write(FileType.PACK, id.hex(), pack.bytes(), 0, pack.size());
      storedBytes.addAndGet(pack.size());
      unlisted.add(new PackContents(id, pack.entries()));
    } catch (RuntimeException e) {
      fail(e);
    } catch (Error e) {
      fail(new EngineException("cannot write pack " + id, e));
    } finally {
      pack.clear();
      free.add(pack);
    }
  }

  private void awaitWriters() {
    List<PackBuffer> all = new ArrayList<>();
    for (int i = 0; i < buffers; i++) {
      all.add(takeBuffer());
    }
    free.addAll(all);
    checkFailure();
  }

  private PackBuffer takeBuffer() {
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private synchronized void fail(RuntimeException e) {
    failure = failure == null ? e : failure;
  }

  private synchronized void checkFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
