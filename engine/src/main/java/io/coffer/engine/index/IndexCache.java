package io.coffer.engine.index;

import io.coffer.engine.Cause;
import io.coffer.engine.EngineException;
import io.coffer.engine.StoreException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.tree.Environment;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Where the index of a large repository is kept sorted, so that it neither has to fit in memory nor
 * to be read anew by every process. Never beside the repository; whoever deletes it loses time.
 */
public final class IndexCache {
  private static final String SUFFIX = ".blobs";
  private static final String HALF_WRITTEN = ".new";
  private static final Duration SURELY_DEAD = Duration.ofDays(1);

  private final Path folder;
  private final MasterKey key;

  /**
   * @param folder for sorted indexes of this repository; made when it is first needed
   */
  public IndexCache(Path folder, MasterKey key) {
    this.folder = folder;
    this.key = key;
  }

  /** In the folder for caches of this user, which {@code COFFER_CACHE_DIR} names or the system. */
  public static IndexCache of(String repositoryId, MasterKey key) {
    return new IndexCache(usualFolder().resolve("index").resolve(repositoryId), key);
  }

  private static Path usualFolder() {
    String own = System.getProperty("coffer.cache", "");
    if (!own.isEmpty()) {
      return Path.of(own);
    }
    return folder("COFFER_CACHE_DIR")
        .or(() -> folder("XDG_CACHE_HOME").map(caches -> caches.resolve("coffer")))
        .or(() -> folder("HOME").map(home -> home.resolve(".cache").resolve("coffer")))
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "coffer"));
  }

  /** What a variable names, by its bytes: the locale may know no such name. */
  private static Optional<Path> folder(String variable) {
    Path here = Path.of("").toAbsolutePath();
    return Environment.value(variable)
        .map(raw -> raw.startsWith("/") ? RawPath.of(raw) : RawPath.resolve(here, raw));
  }

  /** The largest sorted index that knows none but these index files; others are deleted. */
  Optional<SortedBlobs> find(Predicate<Set<String>> isListed) {
    SortedBlobs largest = null;
    for (Path file : files(SUFFIX)) {
      Optional<SortedBlobs> found = open(file).filter(blobs -> isListed.test(blobs.indexFiles()));
      if (found.isEmpty()) {
        discard(file);
      } else if (largest == null || found.get().size() > largest.size()) {
        largest = found.get();
      }
    }
    return Optional.ofNullable(largest);
  }

  private List<Path> files(String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + suffix)) {
      return StreamSupport.stream(found.spliterator(), false).toList();
    } catch (IOException e) {
      return List.of(); // a cache that cannot be read is none
    }
  }

  private Optional<SortedBlobs> open(Path path) {
    try {
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
      Optional<SortedBlobs> blobs = SortedFile.read(file, key);
      if (blobs.isEmpty()) {
        file.close();
      }
      return blobs;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps these records, which come in the order of their ids, in the place of what was kept.
   *
   * @throws EngineException if there is no folder that can be written, or no room in it
   */
  SortedBlobs keep(
      Iterator<BlobRecord> records, int count, List<BlobId> packs, Set<String> indexFiles) {
    List<Path> before = files(SUFFIX);
    try {
      Files.createDirectories(folder);
      sweep();
      requireRoom(SortedFile.bytes(count, packs.size(), indexFiles.size()));
      Path path = Files.createTempFile(folder, "sorted-", HALF_WRITTEN);
      try {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        SortedBlobs kept = SortedFile.write(file, key, records, count, packs, indexFiles);
        Files.move(path, folder.resolve(path.getFileName() + SUFFIX));
        before.forEach(IndexCache::discard);
        return kept;
      } finally {
        discard(path);
      }
    } catch (IOException e) {
      throw unusable(count, Cause.of(e), e);
    }
  }

  /** Takes away what processes that died were writing. */
  private void sweep() throws IOException {
    Instant before = Instant.now().minus(SURELY_DEAD);
    for (Path file : files(HALF_WRITTEN)) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        discard(file);
      }
    }
  }

  private void requireRoom(long bytes) throws IOException {
    long room = Files.getFileStore(folder).getUsableSpace();
    if (room < bytes) {
      throw new IOException("%d MB are free of %d".formatted(room >> 20, bytes >> 20));
    }
  }

  private StoreException unusable(int count, String why, IOException e) {
    return new StoreException(
        ("an index of %d blobs is too large for memory and cannot be kept in %s: %s;"
                + " name another folder in COFFER_CACHE_DIR, or give Java more memory")
            .formatted(count, folder, why),
        e);
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it only takes room
    }
  }
}
