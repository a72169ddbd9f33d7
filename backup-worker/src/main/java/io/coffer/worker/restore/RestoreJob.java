package io.coffer.worker.restore;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.work.WorkCommand.StartRestore;
import io.coffer.contracts.work.WorkCommand.VolumeTarget;
import io.coffer.engine.EngineException;
import io.coffer.engine.TargetException;
import io.coffer.engine.restore.RestoreTarget;
import io.coffer.engine.restore.SnapshotFiles;
import io.coffer.engine.restore.VolumeRestore;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.backup.BackupTags;
import io.coffer.worker.fence.KernelLocks;
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
import io.coffer.worker.source.ResourceException;
import io.coffer.worker.source.ResourceProvider;
import io.coffer.worker.source.ResourceRef;
import io.coffer.worker.source.VolumeSink;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Writes volumes of a snapshot, or its files, onto those of a resource, in place. Nothing is
 * written before all targets are known to be there and large enough.
 */
@ApplicationScoped
class RestoreJob implements Job {

  private final ResourceProvider cloud;
  private final VaultRepositories repositories;
  private final KernelLocks kernel;
  private final Duration lockWait;

  RestoreJob(
      ResourceProvider cloud,
      VaultRepositories repositories,
      KernelLocks kernel,
      WorkerSettings settings) {
    this.cloud = cloud;
    this.repositories = repositories;
    this.kernel = kernel;
    this.lockWait = settings.worker().lockWait();
  }

  @Override
  public TaskKind kind() {
    return TaskKind.RESTORE;
  }

  @Override
  public JobResult run(Task task, JobControl control) {
    StartRestore order = (StartRestore) task.command();
    ResourceRef target =
        new ResourceRef(task.project(), order.targetResourceId(), order.targetResourceType());
    try (TargetLocks locks = locks(task, order, control)) {
      return target.isFileSystem()
          ? files(task, order, cloud.replaceable(target), control)
          : volumes(task, order, target, control);
    } catch (ResourceException e) {
      throw new JobFailure(e.error(), e.getMessage(), e);
    } catch (EngineException e) {
      throw EngineFailures.of(e, task.vaultId());
    }
  }

  private JobResult files(Task task, StartRestore order, MountedFolder folder, JobControl control) {
    try (OpenRepository repository = opened(task, order, control)) {
      return FileSystemRestore.run(order, folder, repository, snapshot(order, repository), control);
    }
  }

  private JobResult volumes(Task task, StartRestore order, ResourceRef target, JobControl control) {
    try (Targets targets = Targets.open(cloud, target, volumeIds(order));
        OpenRepository repository = opened(task, order, control)) {
      Snapshot snapshot = snapshot(order, repository);
      Map<String, Long> sizes = new SnapshotFiles(repository.repository()).sizes(snapshot);
      List<Long> lengths = order.volumes().stream().map(v -> length(order, v, sizes)).toList();
      targets.requireRoom(lengths);
      return write(order, targets, repository, snapshot, lengths, control);
    }
  }

  private OpenRepository opened(Task task, StartRestore order, JobControl control) {
    return repositories.open(task, control).orElseThrow(() -> noSnapshot(order));
  }

  private static Snapshot snapshot(StartRestore order, OpenRepository repository) {
    return repository.snapshots().find(order.snapshotId()).orElseThrow(() -> noSnapshot(order));
  }

  private static List<String> volumeIds(StartRestore order) {
    return order.volumes().stream().map(VolumeTarget::targetVolumeId).toList();
  }

  private static JobResult write(
      StartRestore order,
      Targets targets,
      OpenRepository repository,
      Snapshot snapshot,
      List<Long> lengths,
      JobControl control) {
    long total = lengths.stream().mapToLong(Long::longValue).sum();
    control.progress(total, 0, 0);
    control.fence();
    VolumeRestore restore = new VolumeRestore(repository.repository());
    long before = 0;
    for (int i = 0; i < lengths.size(); i++) {
      VolumeSink sink = targets.get(i);
      String path = path(order, order.volumes().get(i));
      try {
        restore.run(
            snapshot,
            path,
            new FencedTarget(RestoreTarget.of(sink.channel()), control::isStopped),
            new RestoreWatch(control, before, total));
        sink.channel().force(true);
      } catch (TargetException | IOException e) {
        throw Targets.unwritable(sink, e);
      }
      before += lengths.get(i);
    }
    return JobResult.of(total);
  }

  private TargetLocks locks(Task task, StartRestore order, JobControl control) {
    return TargetLocks.take(kernel, task.project(), volumeIds(order), lockWait, control::waitsFor);
  }

  private static long length(StartRestore order, VolumeTarget volume, Map<String, Long> sizes) {
    Long length = sizes.get(path(order, volume));
    if (length == null) {
      throw new JobFailure(
          CbrError.BACKUP_NOT_FOUND, "The backup holds no volume " + volume.sourceVolumeId() + ".");
    }
    return length;
  }

  private static String path(StartRestore order, VolumeTarget volume) {
    return BackupTags.volumePath(order.sourceResourceId(), volume.sourceVolumeId());
  }

  private static JobFailure noSnapshot(StartRestore order) {
    return new JobFailure(
        CbrError.BACKUP_NOT_FOUND,
        "The data of backup " + order.backupId() + " is not in its vault.");
  }
}
