package io.coffer.worker.backup;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.work.WorkCommand.SourceVolume;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.engine.EngineException;
import io.coffer.engine.SourceException;
import io.coffer.engine.backup.BackupRequest;
import io.coffer.engine.backup.BackupResult;
import io.coffer.engine.backup.BlockSize;
import io.coffer.engine.backup.SmallFile;
import io.coffer.engine.backup.VolumeBackup;
import io.coffer.engine.backup.VolumeSource;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.worker.job.Job;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.job.JobFailure;
import io.coffer.worker.job.JobResult;
import io.coffer.worker.job.Task;
import io.coffer.worker.job.TaskKind;
import io.coffer.worker.repository.EngineFailures;
import io.coffer.worker.repository.OpenRepository;
import io.coffer.worker.repository.VaultRepositories;
import io.coffer.worker.source.MountedFolder;
import io.coffer.worker.source.PointInTime;
import io.coffer.worker.source.ResourceException;
import io.coffer.worker.source.ResourceProvider;
import io.coffer.worker.source.ResourceRef;
import io.coffer.worker.source.VolumeReadout;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads the volumes of a resource, or its files, into one snapshot. */
@ApplicationScoped
class BackupJob implements Job {

  private final ResourceProvider cloud;
  private final VaultRepositories repositories;
  private final ReadingSpeed speed;
  private final DiskFullCleanUp diskFullCleanUp;
  private final BackupSlots slots;

  BackupJob(
      ResourceProvider cloud,
      VaultRepositories repositories,
      ReadingSpeed speed,
      DiskFullCleanUp diskFullCleanUp,
      BackupSlots slots) {
    this.cloud = cloud;
    this.repositories = repositories;
    this.speed = speed;
    this.diskFullCleanUp = diskFullCleanUp;
    this.slots = slots;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.BACKUP;
  }

  @Override
  public JobResult run(Task task, JobControl control) {
    StartBackup order = (StartBackup) task.command();
    ResourceRef resource =
        new ResourceRef(task.project(), order.resourceId(), order.resourceType());
    try (BackupSlots.Slot slot = slots.take(control::isStopped)) {
      return resource.isFileSystem()
          ? files(task, order, cloud.mounted(resource), control)
          : volumes(task, order, resource, control);
    } catch (ResourceException e) {
      throw new JobFailure(e.error(), e.getMessage(), e);
    } catch (SourceException e) {
      throw new JobFailure(
          CbrError.BACKUP_NOT_ALLOWED_CURRENT_DISK_STATUS,
          "Volume " + volumeId(e.path()) + " could not be read to its end: " + e.reason() + ".",
          e);
    } catch (EngineException e) {
      RuntimeException failure = EngineFailures.of(e, task.vaultId());
      diskFullCleanUp.after(failure, task, control);
      throw failure;
    }
  }

  private JobResult files(Task task, StartBackup order, MountedFolder folder, JobControl control) {
    try (OpenRepository repository = repositories.openOrMake(task, control)) {
      return FileSystemBackup.run(task, order, folder, repository, control);
    }
  }

  private JobResult volumes(
      Task task, StartBackup order, ResourceRef resource, JobControl control) {
    List<String> ids = order.volumes().stream().map(SourceVolume::volumeId).toList();
    try (PointInTime frozen = cloud.freeze(resource, ids)) {
      refuseShrunk(order, frozen);
      try (OpenRepository repository = repositories.openOrMake(task, control)) {
        return store(task, order, frozen, repository, control);
      }
    }
  }

  private JobResult store(
      Task task,
      StartBackup order,
      PointInTime frozen,
      OpenRepository repository,
      JobControl control) {
    long total = frozen.volumes().stream().mapToLong(volume -> volume.blocks().size()).sum();
    control.progress(total, 0, 0);
    BackupRequest request = request(task, order, frozen, repository, control);
    BackupResult result =
        new VolumeBackup(repository.repository())
            .run(request, new BackupWatch(control, total, frozen));
    String snapshot = result.snapshotId();
    Attempts.keep(snapshot, task, order, repository, control);
    return new JobResult(snapshot, total, result.storedBytes());
  }

  private BackupRequest request(
      Task task,
      StartBackup order,
      PointInTime frozen,
      OpenRepository repository,
      JobControl control) {
    Optional<Snapshot> parent = Attempts.parent(order, repository);
    long largest =
        frozen.volumes().stream().mapToLong(volume -> volume.blocks().size()).max().orElse(0);
    int block =
        parent
            .map(BackupTags::blockBytes)
            .flatMap(BackupJob::boxed)
            .orElse(BlockSize.forVolume(largest));
    List<VolumeSource> volumes =
        frozen.volumes().stream().map(volume -> source(order, volume, block, control)).toList();
    return new BackupRequest(
        volumes,
        List.of(new SmallFile(BackupTags.metadataPath(order.resourceId()), frozen.metadata())),
        BackupTags.HOST,
        BackupTags.of(order.backupId(), order.resourceId(), task.vaultId(), task.epoch(), block),
        order.protectedAt().atOffset(ZoneOffset.UTC),
        parent.map(Snapshot::id));
  }

  private VolumeSource source(
      StartBackup order, VolumeReadout volume, int block, JobControl control) {
    return new VolumeSource(
        BackupTags.volumePath(order.resourceId(), volume.id()),
        speed.limited(volume.blocks(), control),
        block);
  }

  /**
   * A volume may grow between order and backup; what is missing of it would be missed at a restore.
   */
  private static void refuseShrunk(StartBackup order, PointInTime frozen) {
    for (int i = 0; i < order.volumes().size(); i++) {
      SourceVolume ordered = order.volumes().get(i);
      long size = frozen.volumes().get(i).blocks().size();
      if (size < ordered.sizeBytes()) {
        throw new ResourceException(
            CbrError.BACKUP_NOT_ALLOWED_CURRENT_DISK_STATUS,
            "Volume %s has shrunk from %d to %d bytes."
                .formatted(ordered.volumeId(), ordered.sizeBytes(), size));
      }
    }
  }

  private static Optional<Integer> boxed(java.util.OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  private static String volumeId(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.raw$", "");
  }
}
