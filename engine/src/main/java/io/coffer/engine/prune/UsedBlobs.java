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
public final class UsedBlobs {
  private UsedBlobs() {}

  public static Set<BlobId> of(Repository repository) {
    Set<BlobId> used = new HashSet<>();
    Deque<BlobId> trees = new ArrayDeque<>();
    for (Snapshot snapshot : new Snapshots(repository).list()) {
      trees.add(snapshot.tree());
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
    return used;
  }
}
