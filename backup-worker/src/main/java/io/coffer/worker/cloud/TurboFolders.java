package io.coffer.worker.cloud;

import io.coffer.contracts.CbrError;
import io.coffer.engine.Cause;
import io.coffer.engine.backup.Deadline;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.source.FileSystem;
import io.coffer.worker.source.MountedFolder;
import io.coffer.worker.source.ResourceException;
import io.coffer.worker.source.ResourceRecord;
import io.coffer.worker.source.ResourceRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** The file systems of the local cloud: folders of this machine, a mount's or any other. */
@ApplicationScoped
class TurboFolders {

  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final String USABLE = "available";

  private final EntryFiles<TurboFile> files;
  private final Duration patience;
  private final SoleFolder own;

  TurboFolders(WorkerSettings settings) {
    files = new EntryFiles<>(settings.home(), "turbos", "turbo.json", TurboFile.class);
    patience = settings.worker().sourcePatience();
    own = new SoleFolder(settings.home(), files);
  }

  Look<FileSystem> look(String project) {
    return files.look(project).as(file -> fileSystem(file, project));
  }

  /**
   * The folder of a file system.
   *
   * @param replaced whether its files are to be replaced
   */
  MountedFolder mounted(ResourceRef resource, boolean replaced) {
    TurboFile file =
        files
            .find(resource.project(), resource.id())
            .orElseThrow(
                () ->
                    new ResourceException(
                        CbrError.SFS_TURBO_FILE_SYSTEM_NOT_EXIST,
                        "File system " + resource.id() + " does not exist any more."));
    FileSystem one = fileSystem(file, resource.project());
    if (!one.status().equals(USABLE)) {
      throw unusable(one.id(), "it is in status " + one.status(), null);
    }
    try {
      requireFolder(file, patience);
      Path folder = Deadline.within(patience, () -> Path.of(file.path()).toRealPath());
      own.requireApart(resource.project(), file, folder, replaced);
      return new MountedFolder(folder, ResourceRecord.of(resource, one));
    } catch (IOException e) {
      throw unusable(one.id(), Cause.of(e), e);
    }
  }

  private static ResourceException unusable(String id, String why, IOException cause) {
    return new ResourceException(
        CbrError.BACKUP_NOT_ALLOWED_CURRENT_STATUS_SFS_TURBO,
        "File system " + id + " cannot be used: " + why + ".",
        cause);
  }

  private static FileSystem fileSystem(TurboFile file, String project) {
    return new FileSystem(
        file.id(),
        file.name(),
        project,
        Objects.requireNonNullElse(file.status(), USABLE),
        file.createdAt(),
        Math.max(1, file.sizeGb()),
        isThere(file));
  }

  private static boolean isThere(TurboFile file) {
    try {
      requireFolder(file, LOOK);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A mount whose server is away does not answer. */
  private static void requireFolder(TurboFile file, Duration patience) throws IOException {
    boolean isFolder = Deadline.within(patience, () -> Files.isDirectory(Path.of(file.path())));
    if (!isFolder) {
      throw new NotDirectoryException("there is no folder");
    }
    Path folder = Path.of(file.path());
    if (file.mounted() && Deadline.within(patience, () -> isOnDiskOfParent(folder))) {
      throw new IOException("nothing is mounted there");
    }
  }

  private static boolean isOnDiskOfParent(Path folder) throws IOException {
    return Files.getAttribute(folder, "unix:dev")
        .equals(Files.getAttribute(folder.getParent(), "unix:dev"));
  }
}
