package io.coffer.worker.job;

/** How one kind of task is done. One bean for each kind. */
public interface Job {

  TaskKind kind();

  /**
   * Does it, on a thread that may wait. Runs again from the start after a crash, so everything it
   * does must bear repeating.
   *
   * @throws JobFailure when it cannot be done
   * @throws JobStopped when {@link JobControl#isStopped} said so
   */
  JobResult run(Task task, JobControl control);
}
