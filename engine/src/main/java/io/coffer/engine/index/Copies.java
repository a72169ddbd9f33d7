package io.coffer.engine.index;

import io.coffer.engine.pack.PackEntry;
import java.util.Arrays;

/**
 * Further places of blobs that have one, in one array: a prune that packs anew makes many of them.
 */
final class Copies {
  private static final int FIELDS = 5;

  private int[] fields = new int[0];
  private int size;

  void add(int blob, int pack, PackEntry entry) {
    int at = FIELDS * size;
    if (at == fields.length) {
      fields = Arrays.copyOf(fields, FIELDS * (16 + size + size / 2));
    }
    fields[at] = blob;
    fields[at + 1] = pack;
    fields[at + 2] = Math.toIntExact(entry.offset());
    fields[at + 3] = entry.length();
    fields[at + 4] = entry.uncompressedLength();
    size++;
  }

  int size() {
    return size;
  }

  int blob(int copy) {
    return fields[FIELDS * copy];
  }

  int pack(int copy) {
    return fields[FIELDS * copy + 1];
  }

  int offset(int copy) {
    return fields[FIELDS * copy + 2];
  }

  int length(int copy) {
    return fields[FIELDS * copy + 3];
  }

  int uncompressed(int copy) {
    return fields[FIELDS * copy + 4];
  }
}
