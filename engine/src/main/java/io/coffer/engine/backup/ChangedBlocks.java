package io.coffer.engine.backup;

import io.coffer.engine.store.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The blocks that changed extents touch. Of a block that an extent covers only in part, the rest
 * comes from the parent, so that exactly the extents are read from the volume.
 */
final class ChangedBlocks {
  private final Repository repository;
  private final ParentVolume parent;
  private final List<Extent> extents;
  private final long size;
  private final int blockSize;
  private final int[] blocks;

  ChangedBlocks(
      Repository repository, ParentVolume parent, VolumeSource volume, List<Extent> changed) {
    this.repository = repository;
    this.parent = parent;
    size = volume.source().size();
    blockSize = volume.blockSize();
    extents = Extent.normalized(withGrowth(changed), size);
    TreeSet<Integer> touched = new TreeSet<>();
    for (Extent extent : extents) {
      long last = (extent.end() - 1) / blockSize;
      for (long block = extent.offset() / blockSize; block <= last; block++) {
        touched.add(Math.toIntExact(block));
      }
    }
    if (size < parent.size() && size % blockSize != 0) {
      touched.add(Math.toIntExact(size / blockSize));
    }
    blocks = touched.stream().mapToInt(Integer::intValue).toArray();
  }

  int[] blocks() {
    return blocks;
  }

  /** Makes one block as it is now. */
  void fill(int block, BlockReader reader) {
    long begin = (long) block * blockSize;
    long end = Math.min(size, begin + blockSize);
    List<Extent> inside = new ArrayList<>();
    long covered = 0;
    for (Extent extent : extents) {
      long from = Math.max(begin, extent.offset());
      long to = Math.min(end, extent.end());
      if (from < to) {
        inside.add(new Extent(from, to - from));
        covered += to - from;
      }
    }
    if (covered < end - begin) {
      byte[] before = repository.loadBlob(parent.content().get(block));
      int length = (int) Math.min(before.length, end - begin);
      System.arraycopy(before, 0, reader.bytes(), 0, length);
    }
    for (Extent extent : inside) {
      int index = (int) (extent.offset() - begin);
      reader.read(extent.offset(), index, (int) extent.length());
    }
  }

  private List<Extent> withGrowth(List<Extent> changed) {
    List<Extent> all = new ArrayList<>(changed);
    if (size > parent.size()) {
      all.add(new Extent(parent.size(), size - parent.size()));
    }
    return all;
  }
}
