package io.coffer.worker.delete;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.engine.EngineException;
import io.coffer.engine.StoreException;
import io.coffer.engine.prune.Prune;
import io.coffer.engine.prune.PruneResult;
import io.coffer.engine.prune.RepackLimits;
import io.coffer.engine.snapshot.Snapshot;
import io.coffer.worker.backup.BackupSlots;
import io.coffer.worker.backup.BackupTags;
import io.coffer.worker.job.Job;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.job.JobFailure;
import io.coffer.worker.job.JobResult;
import io.coffer.worker.job.Task;
import io.coffer.worker.job.TaskKind;
import io.coffer.worker.repository.EngineFailures;
import io.coffer.worker.repository.OpenRepository;
import io.coffer.worker.repository.VaultRepositories;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Forgets all snapshots of backups, deletes the packs that nobody uses any more, and packs anew
 * what is used of packs that waste too much.
 */
@ApplicationScoped
class DeleteJob implements Job {

  private static final Logger LOG = Logger.getLogger(DeleteJob.class);

  private final VaultRepositories repositories;
  private final BackupSlots slots;

  DeleteJob(VaultRepositories repositories, BackupSlots slots) {
    this.repositories = repositories;
    this.slots = slots;
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
        if (repository.isAlone()) {
          prune(repository, task, control);
        } else {
          LOG.warnf("packs stay for somebody asleep task=%s vault=%s", task.id(), task.vaultId());
        }
      } catch (StoreException e) {
        throw new JobFailure(
            CbrError.BUCKET_OBJECT_DELETION_FAILED,
            "Not all of the backup could be deleted from the repository of vault "
                + task.vaultId()
                + ".",
            e);
      } catch (EngineException e) {
        throw EngineFailures.of(e, task.vaultId());
      }
    }
    return JobResult.of(0);
  }

  private void prune(OpenRepository repository, Task task, JobControl control) {
    Prune prune = repository.prune();
    if (prune.run(RepackRounds.looking()).wastefulPacks() > 0) {
      packAnew(prune, repository, task, control);
    }
  }

  /** The backup is gone already, so whatever ends this early is left to the next deletion. */
  private void packAnew(Prune prune, OpenRepository repository, Task task, JobControl control) {
    int rounds = 0;
    try (BackupSlots.Slot slot = slots.take(control::isStopped)) {
      int left = 1;
      while (left > 0 && RepackRounds.isNext(rounds, control.queue())) {
        RepackLimits limits = RepackRounds.round(repository.repository().storedBytes());
        PruneResult result = prune.run(limits);
        left = result.repackedPacks() > 0 ? result.wastefulPacks() : 0;
        rounds++;
      }
    } catch (EngineException e) {
      LOG.warnf("waste stays task=%s vault=%s: %s", task.id(), task.vaultId(), e.getMessage());
    }
  }

  private static List<String> doomed(StartDelete order, OpenRepository repository) {
    Set<String> tags =
        Stream.concat(Stream.of(order.backupId()), order.others().stream())
            .map(BackupTags::backup)
            .collect(Collectors.toSet());
    return repository.snapshots().list().stream()
        .filter(
            snapshot ->
                snapshot.tags().stream().anyMatch(tags::contains)
                    || snapshot.id().equals(order.snapshotId()))
        .map(Snapshot::id)
        .toList();
  }
}
