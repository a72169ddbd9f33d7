package io.coffer.engine.prune;

import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.BlobIndex;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.TreeReader;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All blobs that some snapshot needs. Every tree is read once. */
final class UsedBlobs {
  private final Repository repository;
  private final BitSet used = new BitSet();
  private final BitSet walked = new BitSet();
  private final Set<String> snapshots = new HashSet<>();
  private BlobIndex index;

  UsedBlobs(Repository repository) {
    this.repository = repository;
  }

  /**
   * Adds what the snapshots need that were not there at the last call. The index is read after the
   * list of snapshots: so it has all that these need.
   *
   * @throws DamagedException if it has not, or not all is known
   */
  void update() {
    List<Snapshot> all = new Snapshots(repository).list();
    repository.refresh();
    repository
        .files()
        .requireAll("nothing was deleted", FileType.SNAPSHOT, FileType.INDEX, FileType.LOCK);
    if (index != repository.index()) {
      index = repository.index();
      used.clear(); // other numbers
      walked.clear();
      snapshots.clear();
    }
    Deque<BlobId> trees = new ArrayDeque<>();
    for (Snapshot snapshot : all) {
      if (snapshots.add(snapshot.id())) {
        trees.add(snapshot.tree());
      }
    }
    while (!trees.isEmpty()) {
      BlobId tree = trees.pop();
      int number = use(tree);
      if (!walked.get(number)) {
        walked.set(number);
        try (TreeReader nodes = repository.readTree(tree)) {
          for (Node node : nodes) {
            node.content().forEach(this::use);
            node.subtree().ifPresent(trees::push);
          }
        }
      }
    }
  }

  /** The index whose numbers {@link #contains} understands. */
  BlobIndex index() {
    return index;
  }

  boolean contains(int blob) {
    return used.get(blob);
  }

  private int use(BlobId id) {
    int number = index.number(id);
    if (number < 0) {
      throw new DamagedException("blob " + id + " is needed by a snapshot and in no index");
    }
    used.set(number);
    return number;
  }
}
