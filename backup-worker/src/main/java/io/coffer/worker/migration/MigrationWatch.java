package io.coffer.worker.migration;

import io.coffer.contracts.work.WorkCommand.StartMigration;
import io.coffer.engine.DamagedException;
import io.coffer.engine.EngineException;
import io.coffer.engine.copy.CopyListener;
import io.coffer.worker.job.JobControl;
import io.coffer.worker.repository.EngineFailures;
import java.util.UUID;

/** The engine's view of a migration, and which of the two repositories a failure is about. */
final class MigrationWatch implements CopyListener {

  private final StartMigration order;
  private final JobControl control;
  private volatile boolean verifying;

  MigrationWatch(StartMigration order, JobControl control) {
    this.order = order;
    this.control = control;
  }

  @Override
  public void progressed(long totalBytes, long processedBytes, long storedBytes) {
    control.progress(totalBytes, processedBytes, storedBytes);
  }

  @Override
  public void verifying() {
    verifying = true;
  }

  @Override
  public boolean isCancelled() {
    return control.isStopped();
  }

  /** Until all is copied only what is read can be damaged, and only the other one is written. */
  RuntimeException failure(EngineException e) {
    boolean ofSource = e instanceof DamagedException && !verifying;
    UUID vault = ofSource ? order.sourceVaultId() : order.vaultId();
    return EngineFailures.of(e, vault);
  }
}
