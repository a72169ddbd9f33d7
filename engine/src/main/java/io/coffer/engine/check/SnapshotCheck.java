package io.coffer.engine.check;

import io.coffer.engine.EngineException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.store.Repository;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.TreeReader;

/** Walks the trees of snapshots; each tree is read once however many snapshots share it. */
final class SnapshotCheck {
  private final Repository repository;
  private final Findings findings;
  private final Verdicts trees;
  private final Verdicts blobs;

  SnapshotCheck(Repository repository, Findings findings) {
    this.repository = repository;
    this.findings = findings;
    trees = new Verdicts(repository.index());
    blobs = new Verdicts(repository.index());
  }

  /** Whether all that a tree needs is there and not known to be bad. */
  boolean isSound(BlobId tree) {
    return trees.isSound(tree, this::walk);
  }

  private boolean walk(BlobId tree) {
    try (TreeReader nodes = repository.readTree(tree)) {
      boolean result = !findings.isBad(tree);
      for (Node node : nodes) {
        if (node.type() == NodeType.DIR) {
          result &= isSound(node.subtree().orElseThrow());
        }
        for (BlobId id : node.content()) {
          result &= blobs.isSound(id, blob -> isStored(blob, node, tree));
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
