package io.coffer.engine.restore;

import io.coffer.engine.CancelledException;
import io.coffer.engine.Cause;
import io.coffer.engine.Crew;
import io.coffer.engine.NotFoundException;
import io.coffer.engine.TargetException;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Segments;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.OpenFolder;
import io.coffer.engine.tree.RawPath;
import io.coffer.engine.tree.TreeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/**
 * Restores a snapshot, or one path of it, below a folder: each file under its path in the snapshot.
 */
public final class TreeRestore {
  private static final int BATCH = 64;

  /** Batches and folders below one folder that are in memory at once. */
  private static final int WINDOW = 256;

  private final Repository repository;

  public TreeRestore(Repository repository) {
    this.repository = repository;
  }

  /**
   * Restores what can be restored, and tells what cannot. Nothing is written but through folders
   * that are held open and inodes that are new, or have no other name: whatever the tree or
   * somebody else puts in the way, nothing outside the target changes.
   *
   * @throws NotFoundException if nothing of the snapshot is selected
   * @throws TargetException if the target cannot be made or opened
   * @throws CancelledException if the listener asked for it
   */
  public Outcome run(
      Snapshot snapshot, Selection selection, Path target, RestoreListener listener) {
    FolderPlace top = FolderPlace.top(target, snapshot.tree());
    Outcome outcome = restore(top, selection, target, Optional.empty(), listener);
    if (!top.isOpen()) {
      requireSelected(outcome, snapshot);
    }
    return outcome;
  }

  /**
   * Makes a folder the same as one of a snapshot, itself included: what was not in it then goes,
   * all else is as above. Nothing goes where the repository lacks some of what is to come instead.
   *
   * @throws TargetException if the target cannot be made or opened
   * @throws CancelledException if the listener asked for it
   */
  public Outcome replace(Node folder, Path target, RestoreListener listener) {
    FolderPlace top = FolderPlace.top(target, folder.subtree().orElseThrow());
    return restore(top, Selection.ALL, target, Optional.of(folder), listener);
  }

  private Outcome restore(
      FolderPlace place,
      Selection selection,
      Path target,
      Optional<Node> replaced,
      RestoreListener listener) {
    repository.refresh();
    RestoreTally tally = new RestoreTally(listener, 0);
    ForkJoinPool pool = new ForkJoinPool(Crew.usualSize());
    try (FolderPlace top = place;
        Job job = new Job(selection, tally)) {
      boolean isTaken = selection.takes(List.of());
      if (isTaken) {
        top.open();
      }
      if (replaced.isPresent() && new WholeTree(repository, tally).isThere(top.tree())) {
        new Surplus(repository, job.setbacks, tally).remove(top.open(), top.tree());
      }
      pool.invoke(new FolderTask(job, top, isTaken));
      job.late.make(repository, job.inodes, job.metadata);
      if (replaced.isPresent()) {
        job.metadata.apply(top.open().inode(), replaced.get(), top::path);
        top.open().keepMode();
      }
      job.setbacks.endIfAsked();
      return new Outcome(tally.wholeResult(), job.setbacks.obstacles(), job.setbacks.damage());
    } catch (IOException e) {
      throw new TargetException(
          RawPath.text(target) + " cannot be made or opened: " + Cause.of(e), e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void requireSelected(Outcome outcome, Snapshot snapshot) {
    if (!outcome.obstacles().isEmpty()) {
      throw new TargetException(outcome.warnings().get(0), null);
    }
    if (outcome.damage().isEmpty()) {
      throw new NotFoundException("nothing in snapshot " + snapshot.id() + " is selected");
    }
  }

  /**
   * What was done.
   *
   * @param obstacles what the target did not take, as it was or at all
   * @param damage what the repository does not have any more
   */
  public record Outcome(RestoreResult result, RestoreFailures obstacles, RestoreFailures damage) {
    /** The obstacles in words. */
    public List<String> warnings() {
      return obstacles.first().stream().map(RestoreFailures.Failure::toString).toList();
    }
  }

  /** What all tasks of one restore share. */
  private final class Job implements AutoCloseable {
    final Selection selection;
    final Setbacks setbacks = new Setbacks();
    final MetadataRestore metadata = new MetadataRestore(setbacks);
    final LateEntries late;
    final FileRestore files;
    final InodeRestore inodes;

    Job(Selection selection, RestoreTally tally) {
      this.selection = selection;
      late = new LateEntries(selection, setbacks);
      files = new FileRestore(repository, metadata, tally, Crew.usualSize());
      inodes = new InodeRestore(repository, files, metadata, late, setbacks);
    }

    @Override
    public void close() {
      files.close();
    }
  }

  /**
   * Restores what is in a folder, and then the folder's metadata. Whatever fails, it ends only when
   * all that it began has ended: until then the folder stays open.
   */
  private final class FolderTask extends RecursiveAction {
    private final transient Job job;
    private final transient FolderPlace place;
    private final boolean isTaken;

    FolderTask(Job job, FolderPlace place, boolean isTaken) {
      this.job = job;
      this.place = place;
      this.isTaken = isTaken;
    }

    @Override
    protected void compute() {
      if (isTaken) {
        job.setbacks.guard(place::path, place::open);
      }
      List<RecursiveAction> tasks = new ArrayList<>();
      job.setbacks.guard(
          place::path,
          () -> {
            try (TreeReader nodes = repository.readTree(place.tree())) {
              plan(nodes, tasks);
            }
          });
      invokeAll(tasks);
      if (!place.isTop()) {
        job.setbacks.guard(place::path, this::finish);
      }
    }

    /** Does what does not fit in memory at once; the last tasks are left to the caller. */
    private void plan(TreeReader nodes, List<RecursiveAction> tasks) {
      List<Node> batch = new ArrayList<>();
      for (Node node : nodes) {
        List<String> names = place.names(node);
        boolean isWanted = job.selection.takes(names);
        if (node.type() == NodeType.DIR && !Segments.isSegmented(node)) {
          if (isWanted || job.selection.mayTakeBelow(names)) {
            tasks.add(new FolderTask(job, place.below(node), isWanted));
          }
        } else if (isWanted) {
          batch.add(node);
        }
        if (batch.size() == BATCH) {
          tasks.add(new BatchTask(job, place, batch));
          batch = new ArrayList<>();
        }
        if (tasks.size() >= WINDOW) {
          invokeAll(tasks);
          tasks.clear();
        }
      }
      tasks.add(new BatchTask(job, place, batch));
    }

    private void finish() throws IOException {
      try (place) {
        if (place.isOpen() && !job.late.waitIn(place)) {
          OpenFolder folder = place.open();
          job.metadata.apply(folder.inode(), place.node(), place::path);
          folder.keepMode();
        }
      }
    }
  }

  private static final class BatchTask extends RecursiveAction {
    private final transient Job job;
    private final transient FolderPlace place;
    private final transient List<Node> nodes;

    BatchTask(Job job, FolderPlace place, List<Node> nodes) {
      this.job = job;
      this.place = place;
      this.nodes = nodes;
    }

    @Override
    protected void compute() {
      for (Node node : nodes) {
        if (job.late.isLater(place, node)) {
          job.setbacks.guard(() -> place.path(node.name()), place::open);
        } else {
          job.inodes.restore(place, node);
        }
      }
    }
  }
}
