package io.coffer.engine.store;

import io.coffer.engine.store.Store.StoredFile;
import java.util.Comparator;

/** The largest pack of a repository, which tests damage. */
public final class LargestPack {

  private LargestPack() {}

  /** Changes a byte in a thousand of it, and says its name. */
  public static String damage(Store store) {
    String largest =
        store.list(FileType.PACK).stream()
            .max(Comparator.comparingLong(StoredFile::bytes))
            .orElseThrow()
            .name();
    byte[] pack = store.read(FileType.PACK, largest);
    for (int at = 0; at < pack.length; at += 1000) {
      pack[at]++;
    }
    store.delete(FileType.PACK, largest);
    store.write(FileType.PACK, largest, pack);
    return largest;
  }
}
