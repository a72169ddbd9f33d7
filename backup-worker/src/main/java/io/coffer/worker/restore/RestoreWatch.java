package io.coffer.worker.restore;

import io.coffer.engine.restore.RestoreListener;
import io.coffer.worker.job.JobControl;

/** The engine's view of a task that restores several volumes, one after the other. */
record RestoreWatch(JobControl control, long before, long total) implements RestoreListener {

  @Override
  public void progressed(long volumeBytes, long processedBytes) {
    control.progress(total, before + processedBytes, 0);
  }

  @Override
  public boolean isCancelled() {
    return control.isStopped();
  }
}
