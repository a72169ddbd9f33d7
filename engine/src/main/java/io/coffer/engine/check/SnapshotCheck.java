package io.coffer.engine.check;

import io.coffer.engine.EngineException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.store.Repository;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import java.util.HashMap;
import java.util.Map;

/** Walks the trees of snapshots; each tree is read once however many snapshots share it. */
final class SnapshotCheck {
  private final Repository repository;
  private final Findings findings;
  private final Map<BlobId, Boolean> sound = new HashMap<>();
  private final Map<BlobId, Boolean> known = new HashMap<>();

  SnapshotCheck(Repository repository, Findings findings) {
    this.repository = repository;
    this.findings = findings;
  }

  /** Whether all that a tree needs is there and not known to be bad. */
  boolean isSound(BlobId tree) {
    Boolean before = sound.get(tree);
    if (before != null) {
      return before;
    }
    sound.put(tree, true);
    boolean result = walk(tree);
    sound.put(tree, result);
    return result;
  }

  private boolean walk(BlobId tree) {
    try {
      boolean result = !findings.isBad(tree);
      for (Node node : repository.loadTree(tree)) {
        if (node.type() == NodeType.DIR) {
          result &= isSound(node.subtree().orElseThrow());
        }
        for (BlobId id : node.content()) {
          result &= known.computeIfAbsent(id, blob -> isStored(blob, node, tree));
        }
      }
      return result;
    } catch (EngineException e) {
      findings.error("tree " + tree + ": " + e.getMessage());
      return false;
    }
  }

  private boolean isStored(BlobId id, Node node, BlobId tree) {
    if (repository.index().find(id).isEmpty()) {
      findings.error(
          "blob " + id + " of file " + node.name() + " in tree " + tree + " is in no index");
      return false;
    }
    return !findings.isBad(id);
  }
}
