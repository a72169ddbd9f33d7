package io.coffer.worker.repository;

import io.coffer.engine.prune.Prune;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import io.coffer.engine.store.Snapshots;
import io.coffer.worker.fence.KernelLock;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.plumbing.DatabaseAwayException;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A repository with locks that this job holds until it closes it. */
public final class OpenRepository implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(OpenRepository.class);

  private final UUID vaultId;
  private final Repository repository;
  private final KernelLock use;
  private final boolean alone;
  private final Duration longestSleep;
  private final RepositoryLock lock;
  private final JobControl control;

  /**
   * @param longestSleep after which nobody wakes up and goes on with a job
   */
  OpenRepository(
      UUID vaultId,
      Repository repository,
      KernelLock use,
      boolean alone,
      Duration longestSleep,
      RepositoryLock lock,
      JobControl control) {
    this.vaultId = vaultId;
    this.repository = repository;
    this.use = use;
    this.alone = alone;
    this.longestSleep = longestSleep;
    this.lock = lock;
    this.control = control;
  }

  /**
   * Whether no process that lives, awake or not, uses the repository beside this job: else no pack
   * may be deleted.
   */
  public boolean isAlone() {
    return alone;
  }

  public Repository repository() {
    return repository;
  }

  public Snapshots snapshots() {
    return new Snapshots(repository);
  }

  /**
   * Takes back a snapshot that this job wrote and that nobody was told of: it may do so even when
   * the task is another's by now.
   */
  public void withdraw(String snapshotId) {
    repository.store().delete(FileType.SNAPSHOT, snapshotId);
  }

  /**
   * What deletes packs, of a job that is alone. Only the kernel knows that nobody sleeps in the
   * middle of something; where it does not, packs are left until no job can be so old.
   */
  public Prune prune() {
    return new Prune(repository, use.isProof() ? Duration.ZERO : longestSleep);
  }

  @Override
  public void close() {
    repository
        .files()
        .unusable()
        .forEach(
            file ->
                LOG.warnf(
                    "file left out repository=%s: %s", repository.store().describe(), file.tell()));
    try (use) {
      lock.close();
      control.locksGone(vaultId);
    } catch (DatabaseAwayException e) {
      LOG.debugf(e, "the record of a lock that is gone stays for a while vault=%s", vaultId);
    }
  }
}
