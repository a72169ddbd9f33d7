package io.coffer.engine.store;

import io.coffer.engine.DamagedException;
import io.coffer.engine.EngineException;
import io.coffer.engine.GoneException;
import io.coffer.engine.StoreException;
import io.coffer.engine.store.Store.StoredFile;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads all files of a kind, as far as they can be read. One that goes between listing and reading
 * was removed by somebody, who may have written another for it: the listing is made anew, and what
 * is gone is gone. One that is there and cannot be used is left out and remembered, for those who
 * must not go on without it and for the user to be told.
 */
public final class ListedFiles {
  private final Store store;
  private final Map<FileType, Map<String, UnusableFile>> unusable = new EnumMap<>(FileType.class);

  ListedFiles(Store store) {
    this.store = store;
  }

  /**
   * Reads each file once, and tells by name what the reader made of it.
   *
   * @param reader throws {@link GoneException} for a file that is not there, and {@link
   *     DamagedException} or {@link StoreException} for one that cannot be used
   */
  public <T> Map<String, T> readAll(FileType type, Function<String, T> reader) {
    Map<String, T> read = new LinkedHashMap<>();
    Map<String, UnusableFile> bad = new LinkedHashMap<>();
    Set<String> gone = new HashSet<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      List<StoredFile> listed = store.list(type);
      Set<String> names = listed.stream().map(StoredFile::name).collect(Collectors.toSet());
      read.keySet().retainAll(names);
      bad.keySet().retainAll(names);
      for (StoredFile file : listed) {
        String name = file.name();
        if (read.containsKey(name) || bad.containsKey(name) || gone.contains(name)) {
          continue;
        }
        try {
          read.put(name, reader.apply(name));
        } catch (GoneException e) {
          gone.add(name);
          changed = true;
        } catch (DamagedException | StoreException e) {
          if (Thread.currentThread().isInterrupted()) {
            throw e; // it is we who stopped, not the file that is bad
          }
          bad.put(name, new UnusableFile(type, name, file.modified(), e));
        }
      }
    }
    remember(type, bad);
    return read;
  }

  /** Remembers one that turned out to be of no use only after it was read. */
  synchronized void found(FileType type, String name, EngineException cause) {
    unusable
        .computeIfAbsent(type, key -> new LinkedHashMap<>())
        .put(name, new UnusableFile(type, name, Instant.now(), cause));
  }

  /** All that could not be used when its kind was last read, and is still there. */
  public List<UnusableFile> unusable() {
    return unusable(FileType.values());
  }

  /** What of these kinds could not be used when they were last read, and is still there. */
  public synchronized List<UnusableFile> unusable(FileType... types) {
    return Stream.of(types)
        .flatMap(type -> unusable.getOrDefault(type, Map.of()).values().stream())
        .filter(this::isThere)
        .toList();
  }

  private boolean isThere(UnusableFile file) {
    try {
      return store.exists(file.type(), file.name());
    } catch (StoreException e) {
      return true; // or nobody knows
    }
  }

  /**
   * For work that must know all files of these kinds.
   *
   * @param consequence what was not done, for people
   * @throws DamagedException if some of them could not be used; the message says what helps
   */
  public void requireAll(String consequence, FileType... types) {
    Instant now = Instant.now();
    List<String> told =
        unusable(types).stream()
            .filter(file -> !file.isDeadLock(now))
            .map(UnusableFile::tell)
            .toList();
    if (!told.isEmpty()) {
      throw new DamagedException(consequence + ": " + String.join("\n", told));
    }
  }

  private synchronized void remember(FileType type, Map<String, UnusableFile> bad) {
    unusable.put(type, bad);
  }
}
