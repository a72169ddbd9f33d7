package io.coffer.worker.backup;

import io.coffer.contracts.CbrError;
import io.coffer.engine.EngineException;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.job.JobFailure;
import io.coffer.worker.job.Task;
import io.coffer.worker.repository.OpenRepository;
import io.coffer.worker.repository.VaultRepositories;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Gives back what a backup took from a disk that then turned out to be too small for it. */
@ApplicationScoped
class DiskFullCleanUp {

  private static final Logger LOG = Logger.getLogger(DiskFullCleanUp.class);

  private final VaultRepositories repositories;

  DiskFullCleanUp(VaultRepositories repositories) {
    this.repositories = repositories;
  }

  /** As far as possible: while others work in the vault, what they may need stays. */
  void after(RuntimeException failure, Task task, JobControl control) {
    boolean full =
        failure instanceof JobFailure job && job.error() == CbrError.FAILED_SET_BUCKET_QUOTA;
    if (!full || !control.claimVault()) {
      return;
    }
    try {
      Optional<OpenRepository> opened = repositories.openAlone(task, control);
      if (opened.isPresent()) {
        try (OpenRepository repository = opened.get()) {
          if (!repository.isAlone()) {
            return;
          }
          long freed = repository.prune().run().freedBytes();
          LOG.infof("room given back on a full disk task=%s bytes=%d", task.id(), freed);
        }
      }
    } catch (JobFailure | EngineException e) {
      LOG.warnf("a full disk stays full task=%s: %s", task.id(), e.getMessage());
    }
  }
}
