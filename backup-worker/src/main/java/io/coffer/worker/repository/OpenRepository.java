package io.coffer.worker.repository;

import io.coffer.engine.store.FileType;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import io.coffer.engine.store.Snapshots;
import io.coffer.worker.plumbing.DatabaseAwayException;
import io.coffer.worker.task.JobControl;
import org.jboss.logging.Logger;

/** A repository with a lock that this job holds until it closes it. */
public final class OpenRepository implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(OpenRepository.class);

  private final Repository repository;
  private final RepositoryLock lock;
  private final JobControl control;

  OpenRepository(Repository repository, RepositoryLock lock, JobControl control) {
    this.repository = repository;
    this.lock = lock;
    this.control = control;
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

  @Override
  public void close() {
    lock.close();
    try {
      control.locksGone();
    } catch (DatabaseAwayException e) {
      LOG.debug("the record of a lock that is gone stays for a while", e);
    }
  }
}
