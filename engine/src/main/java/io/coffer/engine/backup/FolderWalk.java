package io.coffer.engine.backup;

import io.coffer.engine.CancelledException;
import io.coffer.engine.SourceException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import io.coffer.engine.tree.Chunker;
import io.coffer.engine.tree.FolderNames;
import io.coffer.engine.tree.Inode;
import io.coffer.engine.tree.Metadata;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Stores folders with all that is in them. Folders and batches of files are tasks that threads take
 * from each other, so that deep and wide trees both keep them busy.
 */
final class FolderWalk {
  private static final int BATCH = 64;

  /** Enough for all threads to have something to do. */
  private static final int FIRST_WINDOW = 4 * BATCH;

  /** Chunks far above the usual size that are in memory at once. */
  private static final int LONG_CHUNKS = 2;

  /**
   * What of a folder is wanted, by names of one char per byte.
   *
   * @param whole whether all that is in it is wanted, beside what was named
   * @param known the nodes that were made already, or cannot be
   */
  record Entries(boolean whole, Set<String> named, Map<String, Optional<Node>> known) {
    static final Entries ALL = new Entries(true, Set.of(), Map.of());
  }

  private final PackSaver saver;
  private final long mostTreeBytes;
  private final BackupTally tally;
  private final SkippedFiles skipped;
  private final SourceCalls calls;
  private final BlockingQueue<FileReader> readers = new LinkedBlockingQueue<>();
  private final int parallelism;

  FolderWalk(
      Repository repository,
      PackSaver saver,
      int parallelism,
      BackupTally tally,
      SkippedFiles skipped,
      SourceCalls calls,
      long mostTreeBytes) {
    this.saver = saver;
    this.mostTreeBytes = mostTreeBytes;
    this.parallelism = parallelism;
    this.tally = tally;
    this.skipped = skipped;
    this.calls = calls;
    Chunker chunker = new Chunker(repository.config().polynomial());
    ZeroChunk zeros = new ZeroChunk(chunker);
    Semaphore longChunks = new Semaphore(LONG_CHUNKS);
    for (int i = 0; i < parallelism; i++) {
      readers.add(new FileReader(saver.lane(i), chunker, zeros, tally, longChunks, calls));
    }
  }

  /**
   * The tree of a folder, or of some entries of it; empty if it cannot be kept, which is told then.
   *
   * @throws SourceException if some of it does not answer and cannot be passed over
   */
  Optional<BlobId> store(Path folder, Entries entries, ParentTree parent) {
    return WatchedPool.run(new FolderTask(folder, entries, () -> parent), parallelism, calls);
  }

  /** The node of anything but a folder; empty if it vanished or cannot be read. */
  private Optional<Node> node(Path path, Inode inode, ParentTree parent) {
    String name = RawPath.name(path);
    try {
      return Optional.of(
          switch (inode.type()) {
            case FILE -> file(path, name, inode, parent);
            case SYMLINK -> inode.node(name, LinkTarget.raw(linkTarget(path)), 0, List.of());
            default -> inode.node(name, "", 0, List.of());
          });
    } catch (IOException e) {
      skipped.add(path, e);
      return Optional.empty();
    }
  }

  private Path linkTarget(Path path) throws IOException {
    return calls.ask(path, null, () -> Files.readSymbolicLink(path));
  }

  private Node file(Path path, String name, Inode inode, ParentTree parent) throws IOException {
    Optional<Node> unchanged = parent.unchanged(name, inode);
    if (unchanged.isPresent()) {
      tally.processed(inode.size());
      return inode.node(name, "", inode.size(), unchanged.get().content());
    }
    FileReader reader = take();
    try {
      FileReader.Content content = reader.read(path, inode);
      return inode.node(name, "", content.size(), content.blobs());
    } finally {
      readers.add(reader);
    }
  }

  private FileReader take() {
    try {
      return readers.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private final class FolderTask extends RecursiveTask<Optional<BlobId>> {
    private final transient Path folder;
    private final transient Entries entries;
    private final transient Supplier<ParentTree> parentOf;

    FolderTask(Path folder, Entries entries, Supplier<ParentTree> parentOf) {
      this.folder = folder;
      this.entries = entries;
      this.parentOf = parentOf;
    }

    @Override
    protected Optional<BlobId> compute() {
      try (FolderNames names = new FolderNames();
          ParentTree parent = parentOf.get();
          FolderTree tree = new FolderTree(folder, saver, mostTreeBytes)) {
        list(names);
        for (int window = FIRST_WINDOW; names.hasNext(); window = tree.nextWindow(window)) {
          tree.add(nodes(names.next(window), parent));
        }
        Optional<BlobId> same = parent.holdingAll();
        parent.close(); // its nodes are gone when a tree is written
        return Optional.of(same.orElseGet(tree::save));
      } catch (SourceException e) {
        skipped.add(e);
        return Optional.empty();
      }
    }

    private void list(FolderNames names) {
      try {
        names.add(entries.named());
        if (entries.whole()) {
          calls.ask(folder, null, () -> readNames(names));
        }
      } catch (IOException e) {
        skipped.add(folder, e);
      } finally {
        names.sort();
      }
    }

    private FolderNames readNames(FolderNames names) throws IOException {
      names.readFrom(folder, calls::goOn);
      return names;
    }

    /** The nodes that have these names, which follow those asked for before, in their order. */
    private List<Node> nodes(List<String> names, ParentTree parent) {
      parent.reach(names);
      List<Path> paths = new ArrayList<>();
      List<Node> nodes = new ArrayList<>();
      for (String name : names) {
        Optional<Node> known = entries.known().get(name);
        if (known == null) {
          paths.add(RawPath.resolve(folder, name));
        } else {
          known.ifPresent(nodes::add);
        }
      }
      List<BatchTask> batches = new ArrayList<>();
      for (int from = 0; from < paths.size(); from += BATCH) {
        List<Path> batch = paths.subList(from, Math.min(paths.size(), from + BATCH));
        batches.add(new BatchTask(batch, parent));
      }
      invokeAll(batches);
      batches.forEach(batch -> nodes.addAll(batch.join()));
      nodes.sort(Comparator.comparing(Node::name));
      parent.compare(nodes);
      return nodes;
    }
  }

  private final class BatchTask extends RecursiveTask<List<Node>> {
    private final transient List<Path> paths;
    private final transient ParentTree parent;

    BatchTask(List<Path> paths, ParentTree parent) {
      this.paths = paths;
      this.parent = parent;
    }

    @Override
    protected List<Node> compute() {
      List<Node> nodes = new ArrayList<>();
      List<Inode> folders = new ArrayList<>();
      List<FolderTask> tasks = new ArrayList<>();
      for (Path path : paths) {
        tally.checkCancelled();
        Inode inode;
        try {
          inode = calls.ask(path, null, () -> Inode.of(path));
        } catch (IOException e) {
          skipped.add(path, e);
          continue;
        }
        if (inode.type() == NodeType.DIR) {
          String name = RawPath.name(path);
          folders.add(inode);
          tasks.add(new FolderTask(path, Entries.ALL, () -> parent.folder(name)));
        } else {
          node(path, inode, parent).ifPresent(nodes::add);
        }
      }
      invokeAll(tasks);
      for (int i = 0; i < tasks.size(); i++) {
        FolderTask task = tasks.get(i);
        String name = RawPath.name(task.folder);
        Metadata metadata = folders.get(i).metadata();
        task.join().ifPresent(tree -> nodes.add(Node.folder(name, metadata, tree)));
      }
      return nodes;
    }
  }
}
