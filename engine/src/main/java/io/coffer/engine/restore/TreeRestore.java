package io.coffer.engine.restore;

import io.coffer.engine.CancelledException;
import io.coffer.engine.Crew;
import io.coffer.engine.DamagedException;
import io.coffer.engine.NotFoundException;
import io.coffer.engine.TargetException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Segments;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/**
 * Restores a snapshot, or one path of it, below a folder: each file under its path in the snapshot.
 */
public final class TreeRestore {
  private static final int BATCH = 64;

  private final Repository repository;

  public TreeRestore(Repository repository) {
    this.repository = repository;
  }

  /**
   * @param include restores only what lies at or below this path; {@code /} restores all
   * @return what could not be restored of names, owners, times and attributes; never of content
   * @throws NotFoundException if the snapshot has no such path
   * @throws DamagedException if what is stored is not what was backed up; names it
   * @throws TargetException if the target cannot be written
   * @throws CancelledException if the listener asked for it
   */
  public Outcome run(Snapshot snapshot, String include, Path target, RestoreListener listener) {
    repository.refresh();
    if (!include.equals("/")) {
      new SnapshotFiles(repository).find(snapshot, include);
    }
    RestoreTally tally = new RestoreTally(listener, 0);
    int size = Crew.usualSize();
    ForkJoinPool pool = new ForkJoinPool(size);
    try (FileRestore files = new FileRestore(repository, tally, size)) {
      Files.createDirectories(target);
      pool.invoke(new FolderTask(files, tally, snapshot.tree(), "", include, target));
      files.makeLinks();
      return new Outcome(tally.wholeResult(), files.warnings());
    } catch (IOException e) {
      throw new TargetException(target + " cannot be written: " + e.getMessage(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** What was done, and what of the metadata could not be set. */
  public record Outcome(RestoreResult result, List<String> warnings) {}

  private final class FolderTask extends RecursiveAction {
    private final transient FileRestore files;
    private final transient RestoreTally tally;
    private final transient BlobId tree;
    private final String path;
    private final String include;
    private final transient Path folder;

    FolderTask(
        FileRestore files,
        RestoreTally tally,
        BlobId tree,
        String path,
        String include,
        Path folder) {
      this.files = files;
      this.tally = tally;
      this.tree = tree;
      this.path = path;
      this.include = include;
      this.folder = folder;
    }

    @Override
    protected void compute() {
      List<Node> batch = new ArrayList<>();
      List<Node> folders = new ArrayList<>();
      List<RecursiveAction> tasks = new ArrayList<>();
      for (Node node : repository.loadTree(tree)) {
        String below = path + "/" + RawPath.text(node.name());
        if (!isWanted(below)) {
          continue;
        }
        if (node.type() == NodeType.DIR && !Segments.isSegmented(node)) {
          folders.add(node);
          Path child = RawPath.resolve(folder, node.name());
          makeFolder(child);
          tasks.add(
              new FolderTask(files, tally, node.subtree().orElseThrow(), below, include, child));
        } else {
          batch.add(Segments.joined(repository, node));
        }
        if (batch.size() == BATCH) {
          tasks.add(new BatchTask(files, tally, folder, batch));
          batch = new ArrayList<>();
        }
      }
      tasks.add(new BatchTask(files, tally, folder, batch));
      invokeAll(tasks);
      for (Node node : folders) {
        files.applyMetadata(RawPath.resolve(folder, node.name()), node);
      }
    }

    private boolean isWanted(String below) {
      return include.equals("/")
          || below.equals(include)
          || below.startsWith(include + "/")
          || include.startsWith(below + "/");
    }

    private void makeFolder(Path child) {
      try {
        if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(child);
          Files.createDirectory(child);
        }
      } catch (IOException e) {
        throw new TargetException(child + " cannot be made: " + e, e);
      }
    }
  }

  private static final class BatchTask extends RecursiveAction {
    private final transient FileRestore files;
    private final transient RestoreTally tally;
    private final transient Path folder;
    private final transient List<Node> nodes;

    BatchTask(FileRestore files, RestoreTally tally, Path folder, List<Node> nodes) {
      this.files = files;
      this.tally = tally;
      this.folder = folder;
      this.nodes = nodes;
    }

    @Override
    protected void compute() {
      for (Node node : nodes) {
        tally.checkCancelled();
        files.restore(RawPath.resolve(folder, node.name()), node);
      }
    }
  }
}
