package io.coffer.engine.store;

import java.util.Arrays;

/** What may happen to a pack. */
public enum Harm {
  LOSS,
  FLIP,
  TRUNCATION;

  /** Harms all of its blobs but some of the shortest. */
  public void to(Store store, String pack) {
    byte[] bytes = store.read(FileType.PACK, pack);
    store.delete(FileType.PACK, pack);
    if (this == FLIP) {
      for (int at = 20; at < bytes.length; at += 30) {
        bytes[at] ^= 1;
      }
      store.write(FileType.PACK, pack, bytes);
    } else if (this == TRUNCATION) {
      store.write(FileType.PACK, pack, Arrays.copyOf(bytes, 30));
    }
  }
}
