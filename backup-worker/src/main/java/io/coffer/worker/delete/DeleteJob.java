package io.coffer.worker.delete;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.engine.EngineException;
import io.coffer.engine.StoreException;
import io.coffer.engine.prune.Prune;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.worker.backup.BackupTags;
import io.coffer.worker.repository.EngineFailures;
import io.coffer.worker.repository.OpenRepository;
import io.coffer.worker.repository.VaultRepositories;
import io.coffer.worker.task.Job;
import io.coffer.worker.task.JobControl;
import io.coffer.worker.task.JobFailure;
import io.coffer.worker.task.JobResult;
import io.coffer.worker.task.Task;
import io.coffer.worker.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Forgets all snapshots of a backup and deletes the packs that nobody uses any more. */
@ApplicationScoped
class DeleteJob implements Job {

  private final VaultRepositories repositories;

  DeleteJob(VaultRepositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.DELETE;
  }

  @Override
  public JobResult run(Task task, JobControl control) {
    Optional<OpenRepository> opened = repositories.openAlone(task, control);
    if (opened.isPresent()) {
      try (OpenRepository repository = opened.get()) {
        control.fence();
        repository.snapshots().forget(doomed((StartDelete) task.command(), repository));
        new Prune(repository.repository()).run(control::fence);
      } catch (StoreException e) {
        throw new JobFailure(
            CbrError.BUCKET_OBJECT_DELETION_FAILED,
            "The repository of vault " + task.vaultId() + ": " + e.getMessage() + ".",
            e);
      } catch (EngineException e) {
        throw EngineFailures.of(e, task.vaultId());
      }
    }
    return JobResult.of(0);
  }

  private static List<String> doomed(StartDelete order, OpenRepository repository) {
    String tag = BackupTags.backup(order.backupId());
    return repository.snapshots().list().stream()
        .filter(snapshot -> snapshot.hasTag(tag) || snapshot.id().equals(order.snapshotId()))
        .map(Snapshot::id)
        .toList();
  }
}
