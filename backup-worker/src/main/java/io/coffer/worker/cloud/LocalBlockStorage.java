package io.coffer.worker.cloud;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.engine.Cause;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.fence.KernelLock;
import io.coffer.worker.fence.KernelLocks;
import io.coffer.worker.source.BlockStorage;
import io.coffer.worker.source.ResourceException;
import io.coffer.worker.source.SingleVolume;
import io.coffer.worker.source.Volume;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Volumes of the local cloud that no server has: sparse files, which take what is written. */
@ApplicationScoped
class LocalBlockStorage implements BlockStorage {

  private static final long GIB = 1L << 30;
  private static final String FILE = "volume.json";
  private static final String NEW = ".new";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final EntryFiles<VolumeFile> files;
  private final KernelLocks kernel;
  private final int quotaGb;

  LocalBlockStorage(WorkerSettings settings, KernelLocks kernel) {
    files = new EntryFiles<>(settings.home(), "volumes", FILE, VolumeFile.class);
    this.kernel = kernel;
    quotaGb = settings.worker().volumeQuotaGb();
  }

  /** All volumes of a project. */
  List<SingleVolume> all(String project) {
    return files.all(project).stream().map(file -> volume(file, project)).toList();
  }

  /** The bytes of a volume; it need not be there. */
  Path bytes(String project, String id) {
    return files.folder(project, id).orElseThrow(() -> LocalCloud.gone(id)).resolve(id + ".raw");
  }

  @Override
  public Optional<SingleVolume> find(String project, String id) {
    return files.find(project, id).map(file -> volume(file, project));
  }

  /** One after the other, whatever worker is asked: else two that fit would be too much. */
  @Override
  public SingleVolume create(String project, NewVolume wanted) {
    Optional<KernelLock> lock = kernel.await("volumes/" + project, true, PATIENCE, holder -> {});
    try (KernelLock held = lock.orElseThrow(() -> failed("others are being made", null))) {
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
    Optional<Path> folder = files.folder(project, id);
    try {
      if (folder.isEmpty() || !Files.deleteIfExists(folder.get().resolve(FILE))) {
        return false;
      }
      Files.deleteIfExists(bytes(project, id)); // who reads it now reads it to its end
      Files.deleteIfExists(folder.get().resolve(FILE + NEW));
      Files.deleteIfExists(folder.get());
      return true;
    } catch (IOException e) {
      throw new ResourceException(
          CbrError.UNKNOWN_ERROR, "Volume " + id + " cannot be deleted: " + Cause.of(e) + ".", e);
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

  private void requireRoom(String project, int sizeGb) {
    long used = files.all(project).stream().mapToLong(VolumeFile::sizeGb).sum();
    if (used + sizeGb > quotaGb) {
      throw new ResourceException(
          CbrError.PAYLOAD_TOO_LARGE,
          "volume.size: the volumes of the project have %d GB, and may have %d GB together."
              .formatted(used, quotaGb));
    }
  }

  /** It is there when its description is. */
  private SingleVolume make(VolumeFile file) {
    Path folder = files.folder(file.projectId(), file.id()).orElseThrow();
    try {
      Files.createDirectories(folder);
      try (RandomAccessFile bytes =
          new RandomAccessFile(bytes(file.projectId(), file.id()).toFile(), "rw")) {
        bytes.setLength(file.sizeGb() * GIB);
      }
      Path written = folder.resolve(FILE + NEW);
      Files.write(written, Json.MAPPER.writeValueAsBytes(file));
      Files.move(written, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
      return volume(file, file.projectId());
    } catch (IOException e) {
      throw failed(Cause.of(e), e);
    }
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
