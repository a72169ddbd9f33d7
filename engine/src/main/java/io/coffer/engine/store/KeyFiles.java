package io.coffer.engine.store;

import io.coffer.engine.DamagedException;
import io.coffer.engine.WrongPasswordException;
import io.coffer.engine.crypto.BadSealException;
import io.coffer.engine.crypto.KeyFile;
import io.coffer.engine.crypto.MasterKey;
import java.util.Map;

/** The key files of a repository: each holds its master key, sealed under a password. */
final class KeyFiles {
  private KeyFiles() {}

  /** The bytes of those that are what was written. */
  static Map<String, byte[]> readAll(ListedFiles files, Store store) {
    return files.readAll(
        FileType.KEY, name -> FileType.KEY.verified(name, store.read(FileType.KEY, name)));
  }

  /**
   * The master key, by the first file that the password opens.
   *
   * @throws WrongPasswordException if it opens none
   * @throws DamagedException if it opens none and one is not what was written
   */
  static MasterKey open(ListedFiles files, Store store, byte[] password) {
    Map<String, byte[]> keys = readAll(files, store);
    for (Map.Entry<String, byte[]> key : keys.entrySet()) {
      try {
        return KeyFile.open(key.getValue(), password);
      } catch (BadSealException e) {
        continue; // of another password
      } catch (IllegalArgumentException e) {
        String message = FileType.KEY.path(key.getKey()) + " is damaged: " + e.getMessage();
        files.found(FileType.KEY, key.getKey(), new DamagedException(message, e));
      }
    }
    files.requireAll("no key opens " + store.describe(), FileType.KEY);
    throw new WrongPasswordException(
        keys.isEmpty()
            ? store.describe() + " has no key file"
            : "wrong password: none of the key files of " + store.describe() + " opens");
  }
}
