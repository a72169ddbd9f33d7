package io.coffer.engine.restore;

import io.coffer.engine.CancelledException;
import io.coffer.engine.Cause;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @return what could not be restored of names, owners, times and attributes; never of content
   * @throws NotFoundException if nothing of the snapshot is selected
   * @throws DamagedException if what is stored is not what was backed up; names it
   * @throws TargetException if the target cannot be written
   * @throws CancelledException if the listener asked for it
   */
  public Outcome run(
      Snapshot snapshot, Selection selection, Path target, RestoreListener listener) {
    repository.refresh();
    RestoreTally tally = new RestoreTally(listener, 0);
    int size = Crew.usualSize();
    ForkJoinPool pool = new ForkJoinPool(size);
    try (FileRestore files = new FileRestore(repository, tally, size)) {
      FolderTask all =
          new FolderTask(files, tally, snapshot.tree(), selection, List.of(), target, null);
      if (selection.takes(List.of())) {
        all.make();
      }
      pool.invoke(all);
      if (!all.isMade) {
        throw new NotFoundException("nothing in snapshot " + snapshot.id() + " is selected");
      }
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
    private final transient Selection selection;
    private final transient List<String> names;
    private final transient Path folder;
    private final FolderTask above;
    private boolean isMade;

    FolderTask(
        FileRestore files,
        RestoreTally tally,
        BlobId tree,
        Selection selection,
        List<String> names,
        Path folder,
        FolderTask above) {
      this.files = files;
      this.tally = tally;
      this.tree = tree;
      this.selection = selection;
      this.names = names;
      this.folder = folder;
      this.above = above;
    }

    @Override
    protected void compute() {
      List<Node> batch = new ArrayList<>();
      Map<Node, FolderTask> folders = new LinkedHashMap<>();
      List<RecursiveAction> tasks = new ArrayList<>();
      for (Node node : repository.loadTree(tree)) {
        List<String> path = new ArrayList<>(names);
        path.add(node.name());
        boolean isTaken = selection.takes(path);
        if (node.type() == NodeType.DIR && !Segments.isSegmented(node)) {
          if (isTaken || selection.mayTakeBelow(path)) {
            FolderTask task = child(node, path);
            folders.put(node, task);
            tasks.add(task);
            if (isTaken) {
              task.make();
            }
          }
        } else if (isTaken) {
          make();
          batch.add(Segments.joined(repository, node));
        }
        if (batch.size() == BATCH) {
          tasks.add(new BatchTask(files, tally, folder, batch));
          batch = new ArrayList<>();
        }
      }
      tasks.add(new BatchTask(files, tally, folder, batch));
      invokeAll(tasks);
      folders.forEach(
          (node, task) -> {
            if (task.isMade) {
              files.applyMetadata(task.folder, node);
            }
          });
    }

    private FolderTask child(Node node, List<String> path) {
      BlobId subtree = node.subtree().orElseThrow();
      Path child = RawPath.resolve(folder, node.name());
      return new FolderTask(files, tally, subtree, selection, path, child, this);
    }

    /** Makes the folder, with all above, once something in it is restored. */
    private synchronized void make() {
      if (isMade) {
        return;
      }
      try {
        if (above == null) {
          Files.createDirectories(folder);
        } else {
          above.make();
          if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(folder);
            Files.createDirectory(folder);
          }
        }
        isMade = true;
      } catch (IOException e) {
        throw new TargetException(RawPath.text(folder) + " cannot be made: " + Cause.of(e), e);
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
