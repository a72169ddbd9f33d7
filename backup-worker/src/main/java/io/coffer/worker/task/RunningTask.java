package io.coffer.worker.task;

import io.coffer.worker.job.JobControl;
import io.coffer.worker.job.JobStopped;
import io.coffer.worker.job.Task;
import io.coffer.worker.job.VaultQueue;
import io.coffer.worker.plumbing.DatabaseAwayException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The control of one task that this worker runs. */
final class RunningTask implements JobControl {

  private static final int RETRY_MILLIS = 250;

  private final Task task;
  private final Lease lease;
  private final TaskTable tasks;
  private final LockTable locks;
  private final ProgressReport report;
  private final SignsOfWork signs;
  private final AtomicReference<StopReason> reason = new AtomicReference<>();
  private volatile String waitedFor;

  RunningTask(
      Task task,
      Lease lease,
      TaskTable tasks,
      LockTable locks,
      ProgressReport report,
      SignsOfWork signs) {
    this.task = task;
    this.lease = lease;
    this.tasks = tasks;
    this.locks = locks;
    this.report = report;
    this.signs = signs;
  }

  Task task() {
    return task;
  }

  Lease lease() {
    return lease;
  }

  ProgressReport report() {
    return report;
  }

  SignsOfWork signs() {
    return signs;
  }

  /** Tells the job to end; the first reason counts, but a lost lease before all others. */
  void stop(StopReason why) {
    reason.compareAndSet(null, why);
  }

  /** Why the job must end; null while it need not. */
  StopReason reason() {
    return lease.isHeld() ? reason.get() : StopReason.LEASE_LOST;
  }

  @Override
  public boolean isStopped() {
    signs.given();
    return reason() != null;
  }

  @Override
  public void fence() {
    while (!isStopped()) {
      try {
        if (tasks.isHeld(task)) {
          return;
        }
        lease.lost();
      } catch (DatabaseAwayException e) {
        pause();
      }
    }
    throw new JobStopped();
  }

  @Override
  public void progress(long totalBytes, long processedBytes, long storedBytes) {
    signs.given();
    report.update(totalBytes, processedBytes, storedBytes);
  }

  /** Waits for the database: a lock that nobody knows of could never be removed again. */
  @Override
  public void lockComes(UUID vaultId, String lockId) {
    while (!isStopped()) {
      try {
        locks.comes(task, vaultId, lockId);
        return;
      } catch (DatabaseAwayException e) {
        pause();
      }
    }
    throw new JobStopped();
  }

  @Override
  public void locksGone(UUID vaultId) {
    locks.gone(task, vaultId);
  }

  @Override
  public void waitsFor(String holder) {
    if (isStopped()) {
      throw new JobStopped();
    }
    if (!holder.equals(waitedFor)) {
      waitedFor = holder;
      tasks.note(task, "waits for the lock of " + holder);
    }
  }

  @Override
  public boolean claimVault() {
    return tasks.claimVault(task);
  }

  @Override
  public VaultQueue queue() {
    return tasks.queue(task);
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobStopped();
    }
  }
}
