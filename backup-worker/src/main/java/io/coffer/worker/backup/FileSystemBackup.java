package io.coffer.worker.backup;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.engine.SourceException;
import io.coffer.engine.backup.BackupListener;
import io.coffer.engine.backup.BackupProgress;
import io.coffer.engine.backup.FolderBackup;
import io.coffer.engine.backup.FolderRequest;
import io.coffer.engine.backup.SmallFile;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.job.JobResult;
import io.coffer.worker.job.Task;
import io.coffer.worker.repository.OpenRepository;
import io.coffer.worker.source.MountedFolder;
import io.coffer.worker.source.ResourceException;
import java.time.ZoneOffset;
import java.util.List;

/** Reads all files of a file system into one snapshot. */
final class FileSystemBackup {

  private FileSystemBackup() {}

  /**
   * @throws ResourceException when some of it cannot be read: then there is no backup, for who
   *     restores it would miss that part
   */
  static JobResult run(
      Task task,
      StartBackup order,
      MountedFolder folder,
      OpenRepository repository,
      JobControl control) {
    FolderBackup.Outcome outcome;
    try {
      outcome =
          new FolderBackup(repository.repository())
              .run(request(task, order, folder, repository), watch(order, control));
    } catch (SourceException e) {
      throw unreadable(order, folder.told(e.reason()));
    }
    String snapshot = outcome.result().snapshotId();
    if (!outcome.unreadable().isEmpty()) {
      repository.withdraw(snapshot);
      throw unreadable(order, told(outcome.unreadable(), folder));
    }
    Attempts.keep(snapshot, task, order, repository, control);
    return new JobResult(
        snapshot, outcome.result().processedBytes(), outcome.result().storedBytes());
  }

  private static FolderRequest request(
      Task task, StartBackup order, MountedFolder folder, OpenRepository repository) {
    return new FolderRequest(
        folder.path(),
        BackupTags.filesPath(order.resourceId()),
        List.of(new SmallFile(BackupTags.metadataPath(order.resourceId()), folder.metadata())),
        BackupTags.HOST,
        BackupTags.of(order.backupId(), order.resourceId(), task.vaultId(), task.epoch()),
        order.protectedAt().atOffset(ZoneOffset.UTC),
        Attempts.parent(order, repository).map(Snapshot::id));
  }

  /** How much there is is only known at the end; it is no more than what there may be. */
  private static BackupListener watch(StartBackup order, JobControl control) {
    long most = order.volumes().stream().mapToLong(volume -> volume.sizeBytes()).sum();
    control.progress(most, 0, 0);
    return new BackupListener() {
      @Override
      public void progressed(BackupProgress progress) {
        control.progress(most, progress.processedBytes(), progress.storedBytes());
      }

      @Override
      public boolean isCancelled() {
        return control.isStopped();
      }
    };
  }

  private static String told(List<String> unreadable, MountedFolder folder) {
    String first = folder.told(unreadable.get(0));
    return unreadable.size() == 1 ? first : first + ", and " + (unreadable.size() - 1) + " more";
  }

  private static ResourceException unreadable(StartBackup order, String why) {
    return new ResourceException(
        CbrError.BACKUP_NOT_ALLOWED_CURRENT_STATUS_SFS_TURBO,
        "File system " + order.resourceId() + " could not be read to its end: " + why + ".");
  }
}
