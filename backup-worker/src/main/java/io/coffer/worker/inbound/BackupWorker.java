package io.coffer.worker.inbound;

import io.coffer.messaging.dispatch.Service;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The worker as the plumbing sees it. It keeps no domain tables: its tasks follow its own words.
 */
@ApplicationScoped
class BackupWorker implements Service {

  @Override
  public String name() {
    return "backup-worker";
  }
}
