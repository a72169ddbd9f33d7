package io.coffer.vault.operationlog;

import io.coffer.contracts.vault.BackupEvent.OperationStarted;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import jakarta.enterprise.context.ApplicationScoped;

/** What happens to a task alone. Its beginning and its end are part of what it does. */
@ApplicationScoped
class OperationLogFold implements NounFold {

  private final OperationLogStore logs;

  OperationLogFold(OperationLogStore logs) {
    this.logs = logs;
  }

  @Override
  public void enter(EventTable table) {
    table.on(
        OperationStarted.class,
        (event, envelope) ->
            logs.started(envelope.project(), event.operationId(), event.startedAt()));
  }
}
