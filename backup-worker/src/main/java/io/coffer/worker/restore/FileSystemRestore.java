package io.coffer.worker.restore;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.work.WorkCommand.StartRestore;
import io.coffer.engine.TargetException;
import io.coffer.engine.restore.RestoreFailures;
import io.coffer.engine.restore.SnapshotFiles;
import io.coffer.engine.restore.TreeRestore;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.tree.Node;
import io.coffer.worker.backup.BackupTags;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.job.JobResult;
import io.coffer.worker.repository.OpenRepository;
import io.coffer.worker.source.MountedFolder;
import io.coffer.worker.source.ResourceException;

/** Makes a file system the same as one in a snapshot, its own one or another. */
final class FileSystemRestore {

  private FileSystemRestore() {}

  static JobResult run(
      StartRestore order,
      MountedFolder folder,
      OpenRepository repository,
      Snapshot snapshot,
      JobControl control) {
    repository.repository().refresh();
    SnapshotFiles files = new SnapshotFiles(repository.repository());
    Node node = files.find(snapshot, BackupTags.filesPath(order.sourceResourceId()));
    long total = files.bytes(node);
    control.progress(total, 0, 0);
    control.fence();
    try {
      TreeRestore.Outcome outcome =
          new TreeRestore(repository.repository())
              .replace(node, folder.path(), new FilesWatch(control, total));
      require(order, outcome.damage(), CbrError.FAILED_OBTAIN_SNAPSHOT, folder);
      require(
          order, outcome.obstacles(), CbrError.SFS_TURBO_FILE_SYSTEM_RESTORATION_FAILED, folder);
      return JobResult.of(total);
    } catch (TargetException e) {
      throw failed(
          order, CbrError.SFS_TURBO_FILE_SYSTEM_RESTORATION_FAILED, "it cannot be written");
    }
  }

  private static void require(
      StartRestore order, RestoreFailures failures, CbrError error, MountedFolder folder) {
    if (!failures.isEmpty()) {
      String first = folder.told(failures.first().get(0).toString());
      throw failed(order, error, failures.count() + " of its files failed, first " + first);
    }
  }

  private static ResourceException failed(StartRestore order, CbrError error, String why) {
    return new ResourceException(
        error, "File system " + order.targetResourceId() + " is not restored: " + why + ".");
  }
}
