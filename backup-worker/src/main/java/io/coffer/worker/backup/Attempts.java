package io.coffer.worker.backup;

import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.engine.LockLostException;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.job.JobStopped;
import io.coffer.worker.job.Task;
import io.coffer.worker.repository.OpenRepository;
import java.util.List;
import java.util.Optional;

/** The snapshots of one backup: one counts, those of earlier attempts go. */
final class Attempts {

  private Attempts() {}

  /** The snapshot that a backup builds on. */
  static Optional<Snapshot> parent(StartBackup order, OpenRepository repository) {
    return order.incremental()
        ? Optional.ofNullable(order.parentSnapshotId()).flatMap(repository.snapshots()::find)
        : Optional.empty();
  }

  /** Keeps a snapshot that was just written, unless the task is another's by now. */
  static void keep(
      String snapshot,
      Task task,
      StartBackup order,
      OpenRepository repository,
      JobControl control) {
    try {
      repository.snapshots().forget(former(task, order, repository));
      control.fence();
    } catch (JobStopped | LockLostException e) {
      repository.withdraw(snapshot);
      throw e;
    }
  }

  /** A successor's is not ours to forget. */
  private static List<String> former(Task task, StartBackup order, OpenRepository repository) {
    return repository.snapshots().withTag(BackupTags.backup(order.backupId())).stream()
        .filter(snapshot -> BackupTags.isBefore(task.epoch(), snapshot))
        .map(Snapshot::id)
        .toList();
  }
}
