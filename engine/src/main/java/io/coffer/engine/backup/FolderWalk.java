package io.coffer.engine.backup;

import io.coffer.engine.SourceException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.pack.BlobSpool;
import io.coffer.engine.pack.TemporaryFile;
import io.coffer.engine.store.PackSaver;
import io.coffer.engine.store.Repository;
import io.coffer.engine.tree.Chunker;
import io.coffer.engine.tree.Inode;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.RawPath;
import io.coffer.engine.tree.TreeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;

/**
 * Stores folders with all that is in them. Folders and batches of files are tasks that threads take
 * from each other, so that deep and wide trees both keep them busy.
 */
final class FolderWalk {
  private static final int BATCH = 64;

  /** Entries of one folder that are in memory at once. */
  private static final int WINDOW = 64 * BATCH;

  /** Chunks far above the usual size that are in memory at once. */
  private static final int LONG_CHUNKS = 2;

  private final Repository repository;
  private final PackSaver saver;
  private final BackupTally tally;
  private final SkippedFiles skipped;
  private final BlockingQueue<FileReader> readers = new LinkedBlockingQueue<>();
  private final int parallelism;

  FolderWalk(
      Repository repository,
      PackSaver saver,
      int parallelism,
      BackupTally tally,
      SkippedFiles skipped) {
    this.repository = repository;
    this.saver = saver;
    this.parallelism = parallelism;
    this.tally = tally;
    this.skipped = skipped;
    Chunker chunker = new Chunker(repository.config().polynomial());
    ZeroChunk zeros = new ZeroChunk(chunker);
    Semaphore longChunks = new Semaphore(LONG_CHUNKS);
    for (int i = 0; i < parallelism; i++) {
      readers.add(new FileReader(saver.lane(i), chunker, zeros, tally, longChunks));
    }
  }

  /** The tree of a folder. */
  BlobId store(Path folder, ParentTree parent) {
    return run(new FolderTask(folder, () -> parent));
  }

  /** The nodes of some entries of one folder, without those that vanished or cannot be read. */
  List<Node> nodes(List<Path> entries, ParentTree parent) {
    return entries.isEmpty() ? List.of() : run(new EntriesTask(entries, parent));
  }

  private <R> R run(RecursiveTask<R> task) {
    ForkJoinPool pool = new ForkJoinPool(parallelism);
    try {
      return pool.invoke(task);
    } finally {
      pool.shutdownNow();
    }
  }

  /** The node of anything but a folder; empty if it vanished or cannot be read. */
  Optional<Node> node(Path path, Inode inode, ParentTree parent) {
    String name = RawPath.name(path);
    try {
      return Optional.of(
          switch (inode.type()) {
            case FILE -> file(path, name, inode, parent);
            case SYMLINK -> link(path, name, inode);
            default -> inode(name, inode, "", 0, List.of());
          });
    } catch (IOException e) {
      skipped.add(path, e);
      return Optional.empty();
    }
  }

  private Node file(Path path, String name, Inode inode, ParentTree parent) throws IOException {
    Optional<Node> unchanged = parent.unchanged(name, inode);
    if (unchanged.isPresent()) {
      tally.processed(inode.size());
      return inode(name, inode, "", inode.size(), unchanged.get().content());
    }
    FileReader reader = take();
    try {
      FileReader.Content content = reader.read(path, inode);
      return inode(name, inode, "", content.size(), content.blobs());
    } finally {
      readers.add(reader);
    }
  }

  private static Node link(Path path, String name, Inode inode) throws IOException {
    Path target = Files.readSymbolicLink(path);
    return inode(name, inode, LinkTarget.raw(target), 0, List.of());
  }

  private static Node inode(
      String name, Inode inode, String linkTarget, long size, List<BlobId> content) {
    return new Node(
        name,
        inode.type(),
        inode.metadata(),
        size,
        inode.links(),
        linkTarget,
        inode.device(),
        content,
        Optional.empty());
  }

  private FileReader take() {
    try {
      return readers.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new io.coffer.engine.CancelledException();
    }
  }

  private final class FolderTask extends RecursiveTask<BlobId> {
    private final transient Path folder;
    private final transient java.util.function.Supplier<ParentTree> parentOf;

    FolderTask(Path folder, java.util.function.Supplier<ParentTree> parentOf) {
      this.folder = folder;
      this.parentOf = parentOf;
    }

    @Override
    protected BlobId compute() {
      try (FolderNames names = new FolderNames();
          ParentTree parent = parentOf.get()) {
        list(names);
        List<String> first = names.next(WINDOW);
        return names.hasNext() ? storeInPieces(first, names, parent) : store(first, parent);
      }
    }

    private void list(FolderNames names) {
      try {
        names.readFrom(folder);
      } catch (IOException e) {
        skipped.add(folder, e);
      }
    }

    private BlobId store(List<String> names, ParentTree parent) {
      List<Node> nodes = nodes(names, parent);
      Optional<BlobId> same = parent.holdingAll();
      parent.close(); // its nodes are gone when a tree is written
      return same.orElseGet(() -> saver.saveTree(TreeFile.encode(nodes)));
    }

    /** A folder of many entries has only some of them in memory. */
    private BlobId storeInPieces(List<String> first, FolderNames names, ParentTree parent) {
      try (BlobSpool spool = new BlobSpool()) {
        TreeFile tree = new TreeFile(spool);
        for (List<String> some = first; !some.isEmpty(); some = names.next(WINDOW)) {
          for (Node node : nodes(some, parent)) {
            tree.add(node);
          }
          if (spool.length() > BlobSpool.MOST_BYTES) {
            throw new SourceException(
                folder.toString(), "has more entries than one folder can be kept with", null);
          }
        }
        tree.end();
        return parent.holdingAll().orElseGet(() -> saver.saveTree(spool));
      } catch (IOException e) {
        throw TemporaryFile.failed(e);
      }
    }

    /** The nodes that have these names, which follow those asked for before, in their order. */
    private List<Node> nodes(List<String> names, ParentTree parent) {
      List<Path> paths = names.stream().map(name -> RawPath.resolve(folder, name)).toList();
      List<Node> nodes = new EntriesTask(paths, parent).compute();
      nodes.sort(Comparator.comparing(Node::name));
      parent.compare(nodes);
      return nodes;
    }
  }

  private final class EntriesTask extends RecursiveTask<List<Node>> {
    private final transient List<Path> paths;
    private final transient ParentTree parent;

    EntriesTask(List<Path> paths, ParentTree parent) {
      this.paths = paths;
      this.parent = parent;
    }

    @Override
    protected List<Node> compute() {
      parent.reach(paths.stream().map(RawPath::name).sorted().toList());
      List<ForkJoinTask<List<Node>>> batches = new ArrayList<>();
      for (int from = 0; from < paths.size(); from += BATCH) {
        List<Path> batch = paths.subList(from, Math.min(paths.size(), from + BATCH));
        batches.add(new BatchTask(batch, parent));
      }
      List<Node> nodes = new ArrayList<>();
      for (ForkJoinTask<List<Node>> batch : ForkJoinTask.invokeAll(batches)) {
        nodes.addAll(batch.join());
      }
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
      List<Node> folders = new ArrayList<>();
      List<FolderTask> tasks = new ArrayList<>();
      for (Path path : paths) {
        tally.checkCancelled();
        Inode inode;
        try {
          inode = Inode.of(path);
        } catch (IOException e) {
          skipped.add(path, e);
          continue;
        }
        if (inode.type() == NodeType.DIR) {
          String name = RawPath.name(path);
          folders.add(inode(name, inode, "", 0, List.of()));
          tasks.add(new FolderTask(path, () -> parent.folder(name)));
        } else {
          node(path, inode, parent).ifPresent(nodes::add);
        }
      }
      invokeAll(tasks);
      for (int i = 0; i < tasks.size(); i++) {
        Node folder = folders.get(i);
        nodes.add(Node.folder(folder.name(), folder.metadata(), tasks.get(i).join()));
      }
      return nodes;
    }
  }
}
