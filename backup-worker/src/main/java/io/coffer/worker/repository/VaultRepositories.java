package io.coffer.worker.repository;

import io.coffer.contracts.CbrError;
import io.coffer.engine.EngineException;
import io.coffer.engine.NotFoundException;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.LockRequest;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.fence.KernelLock;
import io.coffer.worker.fence.KernelLocks;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.job.JobFailure;
import io.coffer.worker.job.Task;
import io.coffer.worker.task.LockTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The repositories of the vaults, each made with its first backup. */
@ApplicationScoped
public class VaultRepositories {

  private static final Logger LOG = Logger.getLogger(VaultRepositories.class);
  private static final String AWAY =
      "The repository of vault %s is not where it was made. Is its disk mounted?";

  /** What a crash left half-written is swept only when it cannot be somebody's work under way. */
  private static final Duration SURELY_DEAD = Duration.ofHours(1);

  private final RepositoryKeyTable keys;
  private final RepositoryFolders folders;
  private final LockTable locks;
  private final KernelLocks kernel;
  private final String host;
  private final Duration lease;
  private final Duration lockWait;
  private final Duration longestSleep;
  private final Object reading = new Object();

  VaultRepositories(
      RepositoryKeyTable keys,
      RepositoryFolders folders,
      LockTable locks,
      KernelLocks kernel,
      WorkerSettings settings) {
    this.keys = keys;
    this.folders = folders;
    this.locks = locks;
    this.kernel = kernel;
    this.host = "coffer-" + settings.instance();
    this.lease = settings.worker().lease();
    this.lockWait = settings.worker().lockWait();
    this.longestSleep = settings.worker().taskTimeout().multipliedBy(2);
  }

  /**
   * The repository of a task's vault with a shared lock; made when there never was one, and only
   * then.
   *
   * @throws JobFailure when it cannot be made, found or opened, or a stranger keeps it locked
   */
  public OpenRepository openOrMake(Task task, JobControl control) {
    try {
      if (made(task.vaultId()).isEmpty() && diskIsAway()) {
        throw new JobFailure(CbrError.BUCKET_CREATION_FAILED, AWAY.formatted(task.vaultId()));
      }
      return open(
          task, task.vaultId(), control, keys.findOrMake(task.vaultId(), task.project()), false);
    } catch (UncheckedIOException | SealBrokenException e) {
      throw new JobFailure(
          CbrError.BUCKET_CREATION_FAILED,
          "The repository of vault " + task.vaultId() + " cannot be made.",
          e);
    }
  }

  /** The repository of a task's vault with a shared lock; empty when there never was one. */
  public Optional<OpenRepository> open(Task task, JobControl control) {
    return openOther(task, task.vaultId(), control);
  }

  /** The repository of another vault that a task reads, in the same way. */
  public Optional<OpenRepository> openOther(Task task, UUID vaultId, JobControl control) {
    return made(vaultId).map(found -> open(task, vaultId, control, found, false));
  }

  /**
   * The repository of a task's vault for this task alone; empty when there never was one. Where a
   * worker that was cut off from its tasks still uses it, it is shared after all: see {@link
   * OpenRepository#isAlone}.
   */
  public Optional<OpenRepository> openAlone(Task task, JobControl control) {
    return made(task.vaultId()).map(found -> open(task, task.vaultId(), control, found, true));
  }

  /**
   * Where the repository of a vault lies and what opens it; empty when there is none yet, or the
   * vault belongs to another project.
   */
  Optional<RecoveryKit> recoveryKit(UUID vaultId, String project) {
    return made(vaultId)
        .filter(found -> found.project().equals(project))
        .map(found -> new RecoveryKit(folders.of(vaultId).toString(), found.keys().password()));
  }

  /**
   * Reads something small without a lock, so that nobody waits for it; empty when there is no
   * repository or the vault belongs to another project. What moves meanwhile is read once more.
   *
   * @throws EngineException when it cannot be read
   */
  public <T> Optional<T> read(UUID vaultId, String project, Function<Repository, T> what) {
    return made(vaultId)
        .filter(found -> found.project().equals(project))
        .map(
            found -> {
              LocalStore store = new LocalStore(folders.of(vaultId));
              synchronized (reading) { // an index in memory at a time
                try {
                  return what.apply(Repository.open(store, found.keys()));
                } catch (EngineException e) {
                  return what.apply(Repository.open(store, found.keys()));
                }
              }
            });
  }

  /**
   * Deletes the repository of a task's vault, the keys last. Nothing there is no error.
   *
   * @throws JobFailure when somebody who does not answer keeps it in use, or the disk is not there
   */
  public void delete(Task task, JobControl control) throws IOException {
    UUID vaultId = task.vaultId();
    Optional<KernelLock> use = kernel.await(key(vaultId), true, lockWait, control::waitsFor);
    try (KernelLock lock = use.orElseThrow(() -> inUse(vaultId, CbrError.BUCKET_DELETION_FAILED))) {
      control.fence();
      if (diskIsAway()) {
        throw new JobFailure(CbrError.BUCKET_DELETION_FAILED, AWAY.formatted(vaultId));
      }
      folders.delete(vaultId);
      keys.delete(vaultId);
    }
  }

  private OpenRepository open(
      Task task,
      UUID vaultId,
      JobControl control,
      RepositoryKeyTable.Keys found,
      boolean wantedAlone) {
    String key = key(vaultId);
    Optional<KernelLock> alone =
        wantedAlone ? kernel.await(key, true, lease, control::waitsFor) : Optional.empty();
    KernelLock use =
        alone
            .or(() -> kernel.await(key, false, lockWait, control::waitsFor))
            .orElseThrow(() -> inUse(vaultId, CbrError.FAILED_OBTAIN_BUCKET_STORAGE_INFORMATION));
    boolean open = false;
    try {
      OpenRepository repository = open(task, vaultId, control, found, use, alone.isPresent());
      open = true;
      return repository;
    } finally {
      if (!open) {
        use.close();
      }
    }
  }

  private OpenRepository open(
      Task task,
      UUID vaultId,
      JobControl control,
      RepositoryKeyTable.Keys found,
      KernelLock use,
      boolean alone) {
    LocalStore store = new LocalStore(folders.of(vaultId));
    try {
      Repository repository =
          found.made() ? found(store, found, vaultId) : make(store, found, vaultId);
      removeDeadLocks(task, vaultId, repository);
      LockRequest request =
          alone ? LockRequest.exclusive(host, lockWait) : LockRequest.shared(host, lockWait);
      RepositoryLock lock =
          RepositoryLock.acquire(
              repository,
              request
                  .dispensable() // who else uses the vault the kernel's lock tells
                  .recording(lockId -> control.lockComes(vaultId, lockId))
                  .tellingWait(control::waitsFor)
                  .guardedBy(control::fence));
      store.sweepTemporary(alone && use.isProof() ? Duration.ZERO : SURELY_DEAD);
      return new OpenRepository(vaultId, repository, use, alone, longestSleep, lock, control);
    } catch (EngineException e) {
      throw EngineFailures.of(e, vaultId);
    }
  }

  private static Repository found(LocalStore store, RepositoryKeyTable.Keys keys, UUID vaultId) {
    try {
      return Repository.open(store, keys.keys());
    } catch (NotFoundException e) {
      throw new JobFailure(
          CbrError.FAILED_OBTAIN_BUCKET_STORAGE_INFORMATION, AWAY.formatted(vaultId), e);
    }
  }

  private Repository make(LocalStore store, RepositoryKeyTable.Keys found, UUID vaultId) {
    Repository repository = Repository.create(store, found.keys());
    keys.made(vaultId);
    return repository;
  }

  /** Where repositories were made, keys lie beside them. */
  private boolean diskIsAway() {
    return folders.anySealedFile().isEmpty() && keys.anyMade();
  }

  private Optional<RepositoryKeyTable.Keys> made(UUID vaultId) {
    return keys.find(vaultId).filter(RepositoryKeyTable.Keys::made);
  }

  private static String key(UUID vaultId) {
    return "vault/" + vaultId;
  }

  private JobFailure inUse(UUID vaultId, CbrError error) {
    return new JobFailure(
        error,
        "The repository of vault %s is still in use by %s. End it, then order this again."
            .formatted(vaultId, kernel.holder(key(vaultId))));
  }

  /** A lock of a worker that died would keep everybody else away, the stock tool too. */
  private void removeDeadLocks(Task task, UUID vaultId, Repository repository) {
    List<String> dead = locks.ofDeadHolders(task, vaultId);
    if (!dead.isEmpty()) {
      LOG.infof("removing locks of dead holders vault=%s locks=%d", vaultId, dead.size());
      dead.forEach(id -> RepositoryLock.remove(repository, id));
      locks.removed(vaultId, dead);
    }
  }
}
