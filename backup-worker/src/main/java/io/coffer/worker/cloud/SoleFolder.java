package io.coffer.worker.cloud;

import io.coffer.engine.backup.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Whether the folder of a file system is nothing else's. A restore deletes what was not in it when
 * it was backed up, so that neither Coffer's own files nor those of another file system may be.
 */
final class SoleFolder {

  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Path home;
  private final EntryFiles<TurboFile> files;

  SoleFolder(Path home, EntryFiles<TurboFile> files) {
    this.home = home.toAbsolutePath().normalize();
    this.files = files;
  }

  /**
   * Refuses a folder that has something to do with another one.
   *
   * @param folder its real path
   * @param replaced whether its files are to be replaced: then what others have must be known
   * @throws IOException with the reason
   */
  void requireApart(String project, TurboFile file, Path folder, boolean replaced)
      throws IOException {
    Path repositories = real(home.resolve("repositories"));
    if (home.toRealPath().startsWith(folder) || isOneInTheOther(repositories, folder)) {
      throw new IOException("the backups themselves are in it");
    }
    if (isOneInTheOther(real(home.resolve("cloud")), folder)) {
      throw new IOException("the disks of the cloud are in it");
    }
    try {
      for (String owner : EntryFiles.projects(home)) {
        Look<TurboFile> look = files.look(owner);
        for (TurboFile other : look.all()) {
          boolean itself = owner.equals(project) && isSame(other, file);
          if (!itself && overlap(Path.of(other.path()), folder)) {
            throw new IOException("another file system has files of it");
          }
        }
        if (replaced && !look.whole()) {
          throw new IOException(
              "not all other file systems can be read, and one may have files of it");
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A second description with the same id but of another folder is another one's. */
  private static boolean isSame(TurboFile other, TurboFile file) {
    return other.id().equals(file.id()) && other.path().equals(file.path());
  }

  /** One that does not answer is where it is said to be. */
  private static boolean overlap(Path other, Path folder) {
    Path named = other.toAbsolutePath().normalize();
    try {
      return isOneInTheOther(Deadline.within(LOOK, named::toRealPath), folder)
          || Deadline.within(LOOK, () -> Files.isSameFile(named, folder));
    } catch (IOException e) {
      return isOneInTheOther(named, folder);
    }
  }

  private static boolean isOneInTheOther(Path one, Path other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private static Path real(Path path) throws IOException {
    return Files.exists(path) ? path.toRealPath() : path;
  }
}
