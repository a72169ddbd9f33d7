package io.coffer.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps the JVMs apart that work in one directory. */
final class DirectoryLock {

  private static final Duration LOCK_LIMIT = Duration.ofMinutes(3);

  private DirectoryLock() {}

  /** What is done while the lock of a directory is held. */
  interface Work<T> {
    T run() throws IOException;
  }

  static <T> T holding(Path path, Work<T> work) {
    try (FileChannel channel =
            FileChannel.open(
                path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      return work.run();
    } catch (IOException failed) {
      throw new LocalStackException("Cannot use " + path, failed);
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    List<FileLock> got = new ArrayList<>();
    Patience.until(
        LOCK_LIMIT,
        () -> {
          try {
            FileLock lock = channel.tryLock();
            return lock != null && got.add(lock);
          } catch (OverlappingFileLockException heldInThisJvm) {
            return false;
          } catch (IOException failed) {
            throw new LocalStackException("Cannot lock", failed);
          }
        });
    if (got.isEmpty()) {
      throw new IOException("The lock is held for longer than " + LOCK_LIMIT);
    }
    return got.get(0);
  }
}
