package io.coffer.engine.prune;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.Snapshots;
import io.coffer.engine.tree.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** All blobs that some snapshot needs. Every tree is read once. */
final class UsedBlobs {
  private final Repository repository;
  private final Set<BlobId> used = new HashSet<>();
  private final Set<String> snapshots = new HashSet<>();

  UsedBlobs(Repository repository) {
    this.repository = repository;
  }

  /** Adds what the snapshots need that were not there at the last call. */
  void update() {
    Deque<BlobId> trees = new ArrayDeque<>();
    for (Snapshot snapshot : new Snapshots(repository).list()) {
      if (snapshots.add(snapshot.id())) {
        trees.add(snapshot.tree());
      }
    }
    while (!trees.isEmpty()) {
      BlobId tree = trees.pop();
      if (used.add(tree)) {
        for (Node node : repository.loadTree(tree)) {
          used.addAll(node.content());
          node.subtree().ifPresent(trees::push);
        }
      }
    }
  }

  boolean contains(BlobId id) {
    return used.contains(id);
  }
}
