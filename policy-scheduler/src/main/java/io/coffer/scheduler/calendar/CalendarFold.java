package io.coffer.scheduler.calendar;

import io.coffer.contracts.policy.PolicyEvent.PolicyFired;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What is done about a moment, and the moment that follows it. */
@ApplicationScoped
class CalendarFold implements NounFold {

  private final FireStore fires;
  private final NextFireStore next;

  CalendarFold(FireStore fires, NextFireStore next) {
    this.fires = fires;
    this.next = next;
  }

  @Override
  public void enter(EventTable table) {
    table.on(PolicyFired.class, this::fired);
  }

  private Uni<Void> fired(PolicyFired event, Envelope envelope) {
    return fires
        .fired(event, envelope.project())
        .chain(() -> next.fired(event.policyId(), event.vaultId(), event.moment()));
  }
}
