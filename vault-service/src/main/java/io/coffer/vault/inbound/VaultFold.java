package io.coffer.vault.inbound;

import io.coffer.contracts.Event;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** All that writes domain tables: each event of vault-events is applied by exactly one method. */
@ApplicationScoped
class VaultFold implements Fold {

  private final EventTable table;

  VaultFold(VaultEvents vaultEvents, BackupEvents backupEvents) {
    this.table = new EventTable();
    vaultEvents.enter(table);
    backupEvents.enter(table);
  }

  @Override
  public Uni<Void> apply(Event event, Envelope envelope) {
    return table.apply(event, envelope);
  }

  /** Whether events of this kind are applied. */
  boolean knows(Class<? extends Event> type) {
    return table.knows(type);
  }
}
