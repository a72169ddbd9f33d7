package io.coffer.engine.copy;

import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.BlobIndex;
import io.coffer.engine.store.Repository;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.TreeReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * The blobs that some trees need, by their numbers in the index of the repository as it is now.
 * Every tree is read once, and so found to be what was written.
 */
final class NeededBlobs {
  private final Repository repository;
  private final BlobIndex index;
  private final List<BlobId> trees = new ArrayList<>();
  private final BitSet walked = new BitSet();
  private final BitSet data = new BitSet();

  private NeededBlobs(Repository repository) {
    this.repository = repository;
    this.index = repository.index();
  }

  /**
   * @throws DamagedException if a tree cannot be read or a blob is in no index
   */
  static NeededBlobs of(Repository repository, Collection<BlobId> roots, CopyTally tally) {
    NeededBlobs needed = new NeededBlobs(repository);
    Deque<BlobId> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      tally.checkCancelled();
      needed.walk(open.pop(), open);
    }
    return needed;
  }

  private void walk(BlobId tree, Deque<BlobId> open) {
    int number = number(tree);
    if (walked.get(number)) {
      return;
    }
    walked.set(number);
    trees.add(tree);
    try (TreeReader nodes = repository.readTree(tree)) {
      for (Node node : nodes) {
        node.content().forEach(blob -> data.set(number(blob)));
        node.subtree().ifPresent(open::push);
      }
    }
  }

  private int number(BlobId id) {
    int number = index.number(id);
    if (number < 0) {
      throw new DamagedException("blob " + id + " is needed by a snapshot and in no index");
    }
    return number;
  }

  /** What the blobs of data take up; of one that lies in several packs it is one place. */
  long dataBytes() {
    BitSet counted = new BitSet();
    long[] bytes = new long[1];
    index.forEachPlace(
        (blob, pack, length, compressed) -> {
          if (data.get(blob) && !counted.get(blob)) {
            counted.set(blob);
            bytes[0] += length;
          }
        });
    return bytes[0];
  }

  /** The index whose numbers {@link #data} has. */
  BlobIndex index() {
    return index;
  }

  /** Each once. */
  List<BlobId> trees() {
    return trees;
  }

  /** The numbers of the blobs of data. */
  BitSet data() {
    return data;
  }
}
