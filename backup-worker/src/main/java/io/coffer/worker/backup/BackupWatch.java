package io.coffer.worker.backup;

import io.coffer.engine.backup.BackupListener;
import io.coffer.engine.backup.BackupProgress;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.source.PointInTime;

/** The engine's view of a task. */
final class BackupWatch implements BackupListener {

  private final JobControl control;
  private final long volumeBytes;
  private final PointInTime volumes;

  /**
   * @param volumeBytes of all volumes, without the metadata that the engine counts too
   */
  BackupWatch(JobControl control, long volumeBytes, PointInTime volumes) {
    this.control = control;
    this.volumeBytes = volumeBytes;
    this.volumes = volumes;
  }

  @Override
  public void progressed(BackupProgress progress) {
    control.progress(volumeBytes, progress.processedBytes(), progress.storedBytes());
  }

  @Override
  public boolean isCancelled() {
    return control.isStopped();
  }

  @Override
  public void allRead() {
    volumes.verify();
  }
}
