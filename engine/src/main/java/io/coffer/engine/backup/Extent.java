package io.coffer.engine.backup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of a volume, in bytes. */
public record Extent(long offset, long length) {
  public Extent {
    if (offset < 0 || length < 0 || offset + length < 0) {
      throw new IllegalArgumentException("extent " + offset + " " + length);
    }
  }

  long end() {
    return offset + length;
  }

  /** Sorted, without overlaps, cut at the end of the volume. */
  static List<Extent> normalized(List<Extent> extents, long size) {
    List<Extent> sorted = new ArrayList<>(extents);
    sorted.sort(Comparator.comparingLong(Extent::offset));
    List<Extent> result = new ArrayList<>();
    for (Extent extent : sorted) {
      long end = Math.min(size, extent.end());
      Extent last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null && extent.offset <= last.end()) {
        result.set(
            result.size() - 1, new Extent(last.offset, Math.max(last.end(), end) - last.offset));
      } else if (end > extent.offset) {
        result.add(new Extent(extent.offset, end - extent.offset));
      }
    }
    return result;
  }
}
