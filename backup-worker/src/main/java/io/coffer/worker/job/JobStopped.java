package io.coffer.worker.job;

/** A job gave up because it was told to. Why, is known to who told it. */
public final class JobStopped extends RuntimeException {

  public JobStopped() {
    super("stopped");
  }
}
