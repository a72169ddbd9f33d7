package io.coffer.worker.restore;

import io.coffer.engine.restore.RestoreListener;
import io.coffer.worker.job.JobControl;

/** The engine's view of a task that restores files. */
record FilesWatch(JobControl control, long total) implements RestoreListener {

  @Override
  public void progressed(long fileBytes, long processedBytes) {
    control.progress(total, processedBytes, 0);
  }

  @Override
  public boolean isCancelled() {
    return control.isStopped();
  }
}
