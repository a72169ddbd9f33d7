package io.coffer.worker.inbound;

import io.coffer.messaging.dispatch.Handlers;
import io.coffer.messaging.dispatch.Service;
import io.coffer.worker.task.TaskHandlers;
import io.coffer.worker.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;

/** The worker as the plumbing sees it. It keeps no domain tables: nothing is folded here. */
@ApplicationScoped
class BackupWorker implements Service {

  private final Handlers handlers = new Handlers();

  BackupWorker(QueueTaskHandler queue, TaskHandlers tasks) {
    for (TaskKind kind : TaskKind.values()) {
      handlers.on(kind.command(), queue);
    }
    tasks.addTo(handlers);
  }

  @Override
  public String name() {
    return "backup-worker";
  }

  @Override
  public Handlers handlers() {
    return handlers;
  }
}
