package io.coffer.engine.store;

import io.coffer.engine.store.Store.StoredFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A repository as two leave it that save the same at once, or one from whom an index was hidden.
 */
public final class StoredTwice {

  private StoredTwice() {}

  /**
   * @param backup is to open the repository, and finds nothing stored
   * @return the packs that were there before, and those that it wrote
   */
  public static List<Set<String>> by(Store store, Runnable backup) {
    Set<String> before = packs(store);
    Map<String, byte[]> hidden = new HashMap<>();
    for (StoredFile index : store.list(FileType.INDEX)) {
      hidden.put(index.name(), store.read(FileType.INDEX, index.name()));
      store.delete(FileType.INDEX, index.name());
    }
    backup.run();
    hidden.forEach((name, bytes) -> store.write(FileType.INDEX, name, bytes));
    Set<String> written = packs(store);
    written.removeAll(before);
    return List.of(before, written);
  }

  private static Set<String> packs(Store store) {
    Set<String> packs = new HashSet<>();
    store.list(FileType.PACK).forEach(pack -> packs.add(pack.name()));
    return packs;
  }
}
