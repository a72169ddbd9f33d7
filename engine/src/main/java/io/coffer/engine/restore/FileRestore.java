package io.coffer.engine.restore;

import io.coffer.engine.CancelledException;
import io.coffer.engine.DamagedException;
import io.coffer.engine.TargetException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Zeros;
import io.coffer.engine.index.BlobLocation;
import io.coffer.engine.pack.BlobDecoder;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.tree.ExtendedAttributes;
import io.coffer.engine.tree.FileMode;
import io.coffer.engine.tree.Metadata;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.RawPath;
import io.coffer.engine.tree.SpecialFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/** Restores single inodes of any kind. Safe for many threads. */
final class FileRestore implements AutoCloseable {
  /** Above this all threads work on one file together. */
  private static final long LARGE = 8L * 1024 * 1024;

  /** The bits setuid and setgid. */
  private static final int RUN_AS_OWNER = 06000;

  private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

  private record HardLink(long device, long inode) {}

  private record LateLink(Path path, Path existing) {}

  private static final class Workbench {
    final BlobDecoder decoder;
    byte[] sealed = new byte[0];

    Workbench(Repository repository) {
      decoder = new BlobDecoder(repository.masterKey());
    }
  }

  private final Repository repository;
  private final RestoreTally tally;
  private final BlockingQueue<Workbench> benches = new LinkedBlockingQueue<>();
  private final ReentrantLock oneLarge = new ReentrantLock();
  private final Map<HardLink, Path> linked = new ConcurrentHashMap<>();
  private final List<LateLink> lateLinks = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  FileRestore(Repository repository, RestoreTally tally, int threads) {
    this.repository = repository;
    this.tally = tally;
    for (int i = 0; i < threads; i++) {
      benches.add(new Workbench(repository));
    }
  }

  void restore(Path path, Node node) {
    try {
      if (isLaterLink(path, node)) {
        return;
      }
      switch (node.type()) {
        case FILE -> file(path, node);
        case SYMLINK -> {
          Files.deleteIfExists(path);
          SpecialFiles.link(path, node.linkTarget());
        }
        case DEV, CHARDEV, FIFO, SOCKET -> {
          Files.deleteIfExists(path);
          if (!special(path, node)) {
            return;
          }
        }
        case DIR -> {
          return; // folders are made before what is in them
        }
      }
    } catch (IOException e) {
      throw new TargetException(path + " cannot be written: " + e, e);
    }
    applyMetadata(path, node);
  }

  /** Makes the further names of files that have more than one. */
  void makeLinks() throws IOException {
    for (LateLink link : lateLinks) {
      Path folder = link.path().getParent();
      Instant modified = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
      Files.deleteIfExists(link.path());
      Files.createLink(link.path(), link.existing());
      orWarn(() -> SpecialFiles.setTimes(folder, NodeType.DIR, modified, modified));
    }
  }

  /**
   * Sets owner, attributes, times and permissions; what the system refuses becomes a warning. A
   * change of owner takes permissions away, and these may forbid the rest: so they come last. A
   * program that is to run as its owner must not become one that runs as another.
   */
  void applyMetadata(Path path, Node node) {
    Metadata metadata = node.metadata();
    boolean owned =
        !IS_ROOT
            || orWarn(
                () -> {
                  Files.setAttribute(
                      path, "unix:uid", (int) metadata.uid(), LinkOption.NOFOLLOW_LINKS);
                  Files.setAttribute(
                      path, "unix:gid", (int) metadata.gid(), LinkOption.NOFOLLOW_LINKS);
                });
    orWarn(() -> ExtendedAttributes.write(path, metadata.extendedAttributes()));
    orWarn(
        () ->
            SpecialFiles.setTimes(
                path, node.type(), metadata.mtime().toInstant(), metadata.atime().toInstant()));
    if (node.type() != NodeType.SYMLINK) {
      int all = FileMode.permissions(metadata.mode());
      int mode = owned ? all : all & ~RUN_AS_OWNER;
      orWarn(() -> Files.setAttribute(path, "unix:mode", mode));
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private boolean orWarn(Step step) {
    try {
      step.run();
      return true;
    } catch (IOException e) {
      warn(e);
      return false;
    }
  }

  synchronized List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public void close() {
    benches.forEach(bench -> bench.decoder.close());
  }

  private synchronized void warn(IOException e) {
    boolean bare = e instanceof FileSystemException file && file.getReason() == null;
    warnings.add(bare ? e.toString() : String.valueOf(e.getMessage())); // else it were but a path
  }

  private boolean isLaterLink(Path path, Node node) {
    if (node.links() < 2 || node.type() == NodeType.DIR || node.metadata().inode() == 0) {
      return false;
    }
    HardLink key = new HardLink(node.metadata().deviceId(), node.metadata().inode());
    Path first = linked.putIfAbsent(key, path);
    if (first == null) {
      return false;
    }
    synchronized (lateLinks) {
      lateLinks.add(new LateLink(path, first));
    }
    return true;
  }

  private void file(Path path, Node node) throws IOException {
    boolean large = node.size() > LARGE;
    if (!large || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(path);
    }
    try (FileChannel channel =
        FileChannel.open(
            path,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS))) {
      if (large) {
        large(RestoreTarget.of(channel), node);
        channel.truncate(node.size());
      } else {
        small(RestoreTarget.of(channel), node);
      }
    }
  }

  /** False if this system does not let us make it. */
  private boolean special(Path path, Node node) {
    try {
      SpecialFiles.create(path, node.type(), node.device());
      return true;
    } catch (IOException e) {
      warn(e);
      return false;
    }
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

  private void small(RestoreTarget target, Node node) throws IOException {
    Workbench bench = take();
    try {
      long at = 0;
      for (BlobId id : node.content()) {
        int length = decode(id, bench);
        byte[] plain = bench.decoder.plain();
        boolean last = at + length == node.size();
        if (last || length < 4096 || !Zeros.isZero(plain, 0, length)) {
          target.write(ByteBuffer.wrap(plain, 0, length), at);
          tally.writtenBytes.addAndGet(length);
        }
        at += length;
        tally.processed(length);
      }
      if (at != node.size()) {
        throw new DamagedException(
            "file " + RawPath.text(node.name()) + " has another size than its blobs");
      }
    } finally {
      benches.add(bench);
    }
  }

  private int decode(BlobId id, Workbench bench) {
    BlobLocation location =
        repository
            .index()
            .find(id)
            .orElseThrow(() -> new DamagedException("blob " + id + " is in no index"));
    int length = location.entry().length();
    if (bench.sealed.length < length) {
      bench.sealed = new byte[length];
    }
    String pack = location.pack().hex();
    repository.store().read(FileType.PACK, pack, location.entry().offset(), bench.sealed, length);
    tally.readBytes.addAndGet(length);
    return bench.decoder.decode(location.entry(), location.pack(), bench.sealed, 0);
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
