package io.coffer.engine.restore;

import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.index.BlobIndex;
import io.coffer.engine.index.BlobLocation;
import io.coffer.engine.tree.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which blob belongs where in a file. */
final class FileLayout {
  private static final int ZERO_LENGTHS = 4;
  private static final int MAX_ZERO_LENGTH = 8 * 1024 * 1024;

  private final BlobIndex index;
  private final List<BlobId> content;
  private final long[] offsets;
  private final Set<BlobId> zeros = new HashSet<>();

  FileLayout(BlobIndex index, Node node) {
    this.index = index;
    content = node.content();
    offsets = new long[content.size() + 1];
    Map<Integer, Boolean> lengths = new HashMap<>();
    for (int i = 0; i < content.size(); i++) {
      int length = location(i).plainLength();
      offsets[i + 1] = offsets[i] + length;
      if (lengths.size() < ZERO_LENGTHS
          && length <= MAX_ZERO_LENGTH
          && lengths.put(length, true) == null) {
        zeros.add(new Hasher().id(new byte[length], 0, length));
      }
    }
    if (length() != node.size()) {
      throw new DamagedException(
          "file " + node.name() + " has " + node.size() + " bytes, its blobs " + length());
    }
  }

  int blocks() {
    return content.size();
  }

  long length() {
    return offsets[offsets.length - 1];
  }

  BlobId id(int block) {
    return content.get(block);
  }

  long offset(int block) {
    return offsets[block];
  }

  int length(int block) {
    return (int) (offsets[block + 1] - offsets[block]);
  }

  /** Whether a block is known to be all zeros. Some zero blocks may not be known to be. */
  boolean isZero(int block) {
    return zeros.contains(content.get(block));
  }

  BlobLocation location(int block) {
    BlobId id = content.get(block);
    return index.find(id).orElseThrow(() -> new DamagedException("blob " + id + " is in no index"));
  }
}
