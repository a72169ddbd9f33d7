package io.coffer.worker.task;

/** Why a job must stop before it is done. */
enum StopReason {
  /** Another worker may have the task by now: nothing may be written any more. */
  LEASE_LOST,
  /** This process ends; the task goes on elsewhere or after the restart. */
  SHUTDOWN,
  /** The time for the whole task is over. */
  TIMED_OUT
}
