package io.coffer.worker.migration;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.task.TaskEvent.BackupCopy;
import io.coffer.contracts.work.WorkCommand.StartMigration;
import io.coffer.contracts.work.WorkCommand.StoredBackup;
import io.coffer.engine.EngineException;
import io.coffer.engine.LockLostException;
import io.coffer.engine.copy.CopyResult;
import io.coffer.engine.copy.SnapshotCopy;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.engine.store.Snapshots;
import io.coffer.worker.backup.BackupSlots;
import io.coffer.worker.backup.BackupTags;
import io.coffer.worker.job.Job;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.job.JobFailure;
import io.coffer.worker.job.JobResult;
import io.coffer.worker.job.JobStopped;
import io.coffer.worker.job.Task;
import io.coffer.worker.job.TaskKind;
import io.coffer.worker.repository.OpenRepository;
import io.coffer.worker.repository.VaultRepositories;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Copies the snapshots of backups into the repository of another vault, and reads all that they
 * need back from there. What they were copied from stays: its owner has it deleted when it has been
 * told of the copies, and these if it is told of none.
 */
@ApplicationScoped
class MigrationJob implements Job {

  private final VaultRepositories repositories;
  private final BackupSlots slots;

  MigrationJob(VaultRepositories repositories, BackupSlots slots) {
    this.repositories = repositories;
    this.slots = slots;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.MIGRATION;
  }

  /** Locks are taken in the order of the vaults, whichever way the backups go. */
  @Override
  public JobResult run(Task task, JobControl control) {
    StartMigration order = (StartMigration) task.command();
    try (BackupSlots.Slot slot = slots.take(control::isStopped)) {
      if (order.sourceVaultId().compareTo(order.vaultId()) < 0) {
        try (OpenRepository from = source(order, task, control);
            OpenRepository to = repositories.openOrMake(task, control)) {
          return move(order, task, from, to, control);
        }
      }
      try (OpenRepository to = repositories.openOrMake(task, control);
          OpenRepository from = source(order, task, control)) {
        return move(order, task, from, to, control);
      }
    }
  }

  private OpenRepository source(StartMigration order, Task task, JobControl control) {
    return repositories
        .openOther(task, order.sourceVaultId(), control)
        .orElseThrow(() -> missing(order, order.backups().get(0).backupId()));
  }

  private static JobResult move(
      StartMigration order, Task task, OpenRepository from, OpenRepository to, JobControl control) {
    MigrationWatch watch = new MigrationWatch(order, control);
    try {
      to.snapshots().forget(formerAttempts(order, task, to));
      List<Snapshots.Details> originals = originals(order, from);
      CopyResult result =
          new SnapshotCopy(from.repository(), to.repository())
              .run(originals, tags -> BackupTags.moved(tags, order.vaultId(), task.epoch()), watch);
      confirm(result, to, control);
      return new JobResult(
          null, result.readBytes(), result.storedBytes(), copies(order, result.snapshots()));
    } catch (EngineException e) {
      throw watch.failure(e);
    }
  }

  /** What a successor has to find is not there if this holder was not the last one. */
  private static void confirm(CopyResult result, OpenRepository to, JobControl control) {
    try {
      control.fence();
    } catch (JobStopped | LockLostException e) {
      result.snapshots().values().forEach(to::withdraw);
      throw e;
    }
  }

  /** The oldest first, as they build on each other. */
  private static List<Snapshots.Details> originals(StartMigration order, OpenRepository from) {
    Set<String> wanted =
        order.backups().stream().map(StoredBackup::snapshotId).collect(Collectors.toSet());
    List<Snapshots.Details> found =
        from.snapshots().details().stream()
            .filter(one -> wanted.contains(one.snapshot().id()))
            .toList();
    Set<String> there = found.stream().map(one -> one.snapshot().id()).collect(Collectors.toSet());
    for (StoredBackup backup : order.backups()) {
      if (backup.good() && !there.contains(backup.snapshotId())) {
        throw missing(order, backup.backupId());
      }
    }
    return found;
  }

  private static List<String> formerAttempts(StartMigration order, Task task, OpenRepository to) {
    Set<String> tags =
        order.backups().stream()
            .map(backup -> BackupTags.backup(backup.backupId()))
            .collect(Collectors.toSet());
    return to.snapshots().list().stream()
        .filter(snapshot -> snapshot.tags().stream().anyMatch(tags::contains))
        .filter(snapshot -> BackupTags.isBefore(task.epoch(), snapshot))
        .map(Snapshot::id)
        .toList();
  }

  private static List<BackupCopy> copies(StartMigration order, Map<String, String> snapshots) {
    return order.backups().stream()
        .filter(backup -> snapshots.containsKey(backup.snapshotId()))
        .map(backup -> new BackupCopy(backup.backupId(), snapshots.get(backup.snapshotId())))
        .toList();
  }

  private static JobFailure missing(StartMigration order, UUID backupId) {
    return new JobFailure(
        CbrError.BACKUP_NOT_FOUND,
        "The data of backup " + backupId + " is not in vault " + order.sourceVaultId() + ".");
  }
}
