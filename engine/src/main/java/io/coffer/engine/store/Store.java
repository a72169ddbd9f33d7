package io.coffer.engine.store;

import io.coffer.engine.DamagedException;
import io.coffer.engine.GoneException;
import io.coffer.engine.StoreException;
import io.coffer.engine.StoreFullException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * Where the files of a repository lie. Files are written once, whole or not at all. All methods are
 * safe for many threads and throw {@link StoreException} when the place fails.
 */
public interface Store {
  /**
   * A file that a listing found.
   *
   * @param modified when it was last written, by the clock of the place
   */
  record StoredFile(String name, long bytes, Instant modified) {}

  /** For people: the folder or address. */
  String describe();

  /**
   * Writes a file durably. A file of that name stays as it is: the name is the hash of the content.
   *
   * @throws StoreFullException if there is no room; nothing is left behind
   */
  void write(FileType type, String name, byte[] bytes, int offset, int length);

  /** The same for a file that does not fit in memory. */
  void write(FileType type, String name, InputStream content);

  default void write(FileType type, String name, byte[] bytes) {
    write(type, name, bytes, 0, bytes.length);
  }

  /** Writes a file unless one of that name is there. True if this call made it. */
  boolean createIfAbsent(FileType type, String name, byte[] bytes);

  boolean exists(FileType type, String name);

  /**
   * @throws GoneException if the file is not there
   */
  byte[] read(FileType type, String name);

  /**
   * Reads exactly {@code length} bytes into {@code into} from index 0 on.
   *
   * @throws GoneException if the file is not there
   * @throws DamagedException if it ends before
   */
  void read(FileType type, String name, long offset, byte[] into, int length);

  /** All files of a kind, in no order. */
  List<StoredFile> list(FileType type);

  /** Removes a file; one that is not there is no error. */
  void delete(FileType type, String name);
}
