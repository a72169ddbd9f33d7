package io.coffer.engine.restore;

import io.coffer.engine.CancelledException;
import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.AnyPlace;
import io.coffer.engine.index.BlobLocation;
import io.coffer.engine.pack.BlobDecoder;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.tree.HeldInode;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.OpenFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/** Restores regular files: whole under their names, or not at all. Safe for many threads. */
final class FileRestore implements AutoCloseable {
  /** Above this all threads work on one file together, and what is there already is compared. */
  private static final long LARGE = 8L * 1024 * 1024;

  private static final class Workbench {
    final BlobDecoder decoder;
    byte[] sealed = new byte[0];

    Workbench(Repository repository) {
      decoder = new BlobDecoder(repository.masterKey());
    }
  }

  private final Repository repository;
  private final MetadataRestore metadata;
  private final RestoreTally tally;
  private final BlockingQueue<Workbench> benches = new LinkedBlockingQueue<>();
  private final ReentrantLock oneLarge = new ReentrantLock();

  FileRestore(Repository repository, MetadataRestore metadata, RestoreTally tally, int threads) {
    this.repository = repository;
    this.metadata = metadata;
    this.tally = tally;
    for (int i = 0; i < threads; i++) {
      benches.add(new Workbench(repository));
    }
  }

  @Override
  public void close() {
    benches.forEach(bench -> bench.decoder.close());
  }

  /**
   * @throws DamagedException if some of its content is not to be had; nothing is at its name then
   *     that was not there before
   */
  void restore(OpenFolder folder, Node node) throws IOException {
    tally.checkCancelled();
    requireSize(node);
    boolean large = node.size() > LARGE;
    if (large && !folder.isNew() && isOverwritten(folder, node)) {
      return;
    }
    NewInode.put(
        folder,
        node.name(),
        name -> {
          try (HeldInode inode = folder.create(name)) {
            boolean whole = false;
            try {
              if (large) {
                large(RestoreTarget.of(inode.channel()), node);
              } else {
                small(inode, node);
              }
              metadata.apply(inode, node, () -> folder.path(node.name()));
              whole = true;
            } finally {
              if (!whole) {
                Files.deleteIfExists(folder.entry(name));
              }
            }
          }
        });
  }

  /** Before anything is touched. */
  private void requireSize(Node node) {
    long length = 0;
    for (BlobId id : node.content()) {
      length += location(id).plainLength();
    }
    if (length != node.size()) {
      throw new DamagedException("it has " + node.size() + " bytes, its blobs " + length);
    }
  }

  /** False if what is there is none that may be written to. */
  private boolean isOverwritten(OpenFolder folder, Node node) throws IOException {
    Optional<OwnFile> found = OwnFile.find(folder, node);
    if (found.isEmpty()) {
      return false;
    }
    try (OwnFile file = found.get()) {
      requirePacks(node);
      boolean whole = false;
      try {
        large(file, node);
        file.truncate(node.size());
        whole = true;
      } catch (CancelledException e) {
        whole = true; // the next restore goes on from here
        throw e;
      } finally {
        if (!whole && file.isTouched()) {
          Files.deleteIfExists(folder.entry(node.name()));
        }
      }
      metadata.apply(file.inode(), node, () -> folder.path(node.name()));
      return true;
    }
  }

  /** What is known to be lost is told before anything is overwritten. */
  private void requirePacks(Node node) {
    Map<BlobId, Boolean> packs = new HashMap<>();
    for (BlobId id : node.content()) {
      BlobId pack = location(id).pack();
      if (!packs.computeIfAbsent(pack, this::isThere)
          && repository.index().places(id).stream().noneMatch(place -> isThere(place.pack()))) {
        throw new DamagedException(FileType.PACK.path(pack.hex()) + " is missing");
      }
    }
  }

  private boolean isThere(BlobId pack) {
    return repository.store().exists(FileType.PACK, pack.hex());
  }

  private void large(RestoreTarget target, Node node) {
    oneLarge.lock(); // it has all the threads, and their memory
    try {
      RestoreResult result = new VolumeRestore(repository).run(node, target, tally.asListener());
      tally.add(result);
    } finally {
      oneLarge.unlock();
    }
  }

  private void small(HeldInode file, Node node) throws IOException {
    Workbench bench = take();
    try {
      long at = 0;
      for (BlobId id : node.content()) {
        BlobLocation location = location(id);
        int length = location.plainLength();
        byte[] plain = decode(location, bench);
        tally.writtenBytes.addAndGet(Holes.write(file, plain, length, at, node.size()));
        at += length;
        tally.processed(length);
      }
    } finally {
      benches.add(bench);
    }
  }

  private byte[] decode(BlobLocation location, Workbench bench) {
    return AnyPlace.read(repository.index(), location, place -> decodeHere(place, bench));
  }

  private byte[] decodeHere(BlobLocation location, Workbench bench) {
    int length = location.entry().length();
    if (bench.sealed.length < length) {
      bench.sealed = new byte[length];
    }
    String pack = location.pack().hex();
    repository.store().read(FileType.PACK, pack, location.entry().offset(), bench.sealed, length);
    tally.readBytes.addAndGet(length);
    bench.decoder.decode(location.entry(), location.pack(), bench.sealed, 0);
    return bench.decoder.plain();
  }

  private BlobLocation location(BlobId id) {
    return repository
        .index()
        .find(id)
        .orElseThrow(() -> new DamagedException("blob " + id + " is in no index"));
  }

  private Workbench take() {
    try {
      return benches.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
