package io.coffer.worker.job;

import java.util.UUID;

/** What a running job asks and tells. Safe for many threads. */
public interface JobControl {

  /** Whether the job must end at once: its lease is lost, its time is over, or the process ends. */
  boolean isStopped();

  /**
   * Asks the database whether the task still belongs to this worker: the last thing to do before
   * something is written that others will see.
   *
   * @throws JobStopped when it does not
   */
  void fence();

  /** How far it is. Cheap; told to others at most once a second. */
  void progress(long totalBytes, long processedBytes, long storedBytes);

  /** Records the id of a lock on a vault in the task, before the lock is written. */
  void lockComes(UUID vaultId, String lockId);

  /** Records that no lock of this task on a vault is left. */
  void locksGone(UUID vaultId);

  /** Records who holds the lock that this task waits for. */
  void waitsFor(String holder);

  /** Tries to get the vault for this task alone; true when nothing else runs there from now on. */
  boolean claimVault();

  /** Who waits for the vault that this task has for itself. */
  VaultQueue queue();
}
