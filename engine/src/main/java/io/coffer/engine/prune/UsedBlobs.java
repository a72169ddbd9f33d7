package io.coffer.engine.prune;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.BlobIndex;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.tree.Node;
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
  private final Set<String> snapshots = new HashSet<>();
  private BlobIndex index;

  UsedBlobs(Repository repository) {
    this.repository = repository;
  }

  /**
   * Adds what the snapshots need that were not there at the last call. The index is read after the
   * list of snapshots: so it has all that these need.
   */
  void update() {
    List<Snapshot> all = new Snapshots(repository).list();
    repository.refresh();
    if (index != repository.index()) {
      index = repository.index();
      used.clear(); // other numbers
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
      if (use(tree)) {
        for (Node node : repository.loadTree(tree)) {
          node.content().forEach(this::use);
          node.subtree().ifPresent(trees::push);
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

  /** Whether it was not known to be used. What is in no index counts as such every time. */
  private boolean use(BlobId id) {
    int number = index.number(id);
    boolean first = number < 0 || !used.get(number);
    if (number >= 0) {
      used.set(number);
    }
    return first;
  }
}
