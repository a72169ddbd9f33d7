package io.coffer.worker.cloud;

import io.coffer.contracts.CbrError;
import io.coffer.engine.Cause;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.fence.KernelLock;
import io.coffer.worker.fence.KernelLocks;
import io.coffer.worker.source.BlockStorage;
import io.coffer.worker.source.ResourceException;
import io.coffer.worker.source.SingleVolume;
import io.coffer.worker.source.Volume;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Volumes of the local cloud that no server has: sparse files, which take what is written. */
@ApplicationScoped
class LocalBlockStorage implements BlockStorage {

  private static final Logger LOG = Logger.getLogger(LocalBlockStorage.class);
  private static final long GIB = 1L << 30;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final EntryFiles<VolumeFile> files;
  private final KernelLocks kernel;
  private final int quotaGb;
  private final Duration patience;

  @Inject
  LocalBlockStorage(WorkerSettings settings, KernelLocks kernel) {
    this(settings.home(), kernel, settings.worker().volumeQuotaGb(), PATIENCE);
  }

  LocalBlockStorage(Path home, KernelLocks kernel, int quotaGb, Duration patience) {
    files = new EntryFiles<>(home, "volumes", VolumeFolder.DESCRIPTION, VolumeFile.class);
    this.kernel = kernel;
    this.quotaGb = quotaGb;
    this.patience = patience;
  }

  /** All volumes of a project. */
  Look<SingleVolume> look(String project) {
    return files.look(project).as(file -> volume(file, project));
  }

  /** The bytes of a volume; it need not be there. */
  Path bytes(String project, String id) {
    return folder(project, id).orElseThrow(() -> LocalCloud.gone(id)).bytes();
  }

  @Override
  public Optional<SingleVolume> find(String project, String id) {
    return files.find(project, id).map(file -> volume(file, project));
  }

  /** One after the other, whatever worker is asked: else two that fit would be too much. */
  @Override
  public SingleVolume create(String project, NewVolume wanted) {
    Optional<KernelLock> lock = kernel.await("volumes/" + project, true, patience, holder -> {});
    try (KernelLock held = lock.orElseThrow(LocalBlockStorage::busy)) {
      clearUp(project);
      Optional<SingleVolume> there = find(project, wanted.id().toString());
      if (there.isPresent()) {
        return repeated(there.get(), wanted);
      }
      requireRoom(project, wanted.sizeGb());
      return make(VolumeFile.of(project, wanted));
    }
  }

  @Override
  public boolean delete(String project, String id) {
    Optional<VolumeFolder> folder = folder(project, id).filter(one -> !one.isUnfinished());
    try {
      if (folder.isPresent()) {
        folder.get().delete();
      }
      return folder.isPresent();
    } catch (NoSuchFileException e) {
      return true; // somebody else deletes it too
    } catch (IOException e) {
      throw new ResourceException(
          CbrError.UNKNOWN_ERROR, "Volume " + id + " cannot be deleted: " + Cause.of(e) + ".", e);
    }
  }

  /** Nobody makes a volume of the project meanwhile. */
  private void clearUp(String project) {
    for (Path path : files.folders(project)) {
      try {
        new VolumeFolder(path).clearUp();
      } catch (IOException e) {
        LOG.warnf("no volume, not deleted file=%s: %s", path, Cause.of(e));
      }
    }
  }

  private static SingleVolume repeated(SingleVolume there, NewVolume wanted) {
    Volume volume = there.volume();
    boolean same =
        volume.name().equals(wanted.name())
            && volume.sizeGb() == wanted.sizeGb()
            && there.settings().equals(wanted.settings());
    if (!same) {
      throw new ResourceException(
          CbrError.INVALID_PARAMETER,
          "X-Client-Token was used for another volume before; a repeat must be the same.");
    }
    return there;
  }

  /** What cannot be read takes up nobody knows how much. */
  private void requireRoom(String project, int sizeGb) {
    Look<VolumeFile> all = files.look(project);
    if (!all.whole()) {
      throw new ResourceException(
          CbrError.BACKEND_UNAVAILABLE, "How large the volumes of the project are is not known.");
    }
    long used = all.all().stream().mapToLong(VolumeFile::sizeGb).sum();
    if (used + sizeGb > quotaGb) {
      throw new ResourceException(
          CbrError.PAYLOAD_TOO_LARGE,
          "volume.size: the volumes of the project have %d GB, and may have %d GB together."
              .formatted(used, quotaGb));
    }
  }

  private SingleVolume make(VolumeFile file) {
    try {
      folder(file.projectId(), file.id()).orElseThrow().make(file);
      return volume(file, file.projectId());
    } catch (IOException e) {
      throw failed(Cause.of(e), e);
    }
  }

  private Optional<VolumeFolder> folder(String project, String id) {
    return files.folder(project, id).map(VolumeFolder::new);
  }

  private static ResourceException busy() {
    return new ResourceException(
        CbrError.BACKEND_UNAVAILABLE, "Other volumes of the project are being made.");
  }

  private static ResourceException failed(String why, IOException cause) {
    return new ResourceException(
        CbrError.UNKNOWN_ERROR, "The volume cannot be made: " + why + ".", cause);
  }

  private SingleVolume volume(VolumeFile file, String project) {
    boolean present = Files.isRegularFile(bytes(project, file.id()));
    return new SingleVolume(
        project,
        file.createdAt(),
        file.settings(),
        new Volume(file.id(), file.name(), file.sizeGb() * GIB, false, present));
  }
}
