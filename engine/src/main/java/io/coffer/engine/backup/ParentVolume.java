package io.coffer.engine.backup;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.index.BlobLocation;
import io.coffer.engine.store.Repository;
import io.coffer.engine.tree.Node;
import java.util.List;
import java.util.Optional;

/** A volume as the parent snapshot has it: what changed extents are laid over. */
record ParentVolume(List<BlobId> content, long size, int blockSize) {

  /** Empty if the content is not in blocks of one size, or some of it is gone. */
  static Optional<ParentVolume> of(Repository repository, Node node) {
    int blockSize = 0;
    int last = node.content().size() - 1;
    long size = 0;
    for (int i = 0; i <= last; i++) {
      Optional<BlobLocation> found = repository.index().find(node.content().get(i));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      int length = found.get().plainLength();
      blockSize = i == 0 ? length : blockSize;
      if (i < last ? length != blockSize : length > blockSize) {
        return Optional.empty();
      }
      size += length;
    }
    return size == node.size()
        ? Optional.of(new ParentVolume(node.content(), size, blockSize))
        : Optional.empty();
  }

  /** Whether blocks of this size lie where the parent's lie. */
  boolean fits(int otherBlockSize) {
    return content.size() == 1 ? size <= otherBlockSize : blockSize == otherBlockSize;
  }
}
