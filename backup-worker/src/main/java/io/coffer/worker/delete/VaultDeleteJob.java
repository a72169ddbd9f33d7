package io.coffer.worker.delete;

import io.coffer.contracts.CbrError;
import io.coffer.worker.job.Job;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.job.JobFailure;
import io.coffer.worker.job.JobResult;
import io.coffer.worker.job.Task;
import io.coffer.worker.job.TaskKind;
import io.coffer.worker.repository.VaultRepositories;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Deletes the repository of a vault with everything in it, and then its keys. */
@ApplicationScoped
class VaultDeleteJob implements Job {

  private final VaultRepositories repositories;

  VaultDeleteJob(VaultRepositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.VAULT_DELETE;
  }

  @Override
  public JobResult run(Task task, JobControl control) {
    try {
      repositories.delete(task, control);
    } catch (IOException e) {
      throw new JobFailure(
          CbrError.BUCKET_DELETION_FAILED,
          "The repository of vault " + task.vaultId() + " cannot be deleted.",
          e);
    }
    return JobResult.of(0);
  }
}
