package io.coffer.scheduler.retention;

import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.scheduler.backup.BackupStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets go of what time has pushed out, or what was protected before. */
@ApplicationScoped
class SweepDueHandler implements Handler<SweepDue, Retaining.State> {

  private final RetentionFacts facts;
  private final BackupStore backups;

  SweepDueHandler(RetentionFacts facts, BackupStore backups) {
    this.facts = facts;
    this.backups = backups;
  }

  @Override
  public Uni<Retaining.State> load(SweepDue due, Envelope envelope) {
    String project = envelope.project();
    return facts.with(project, due.vaultId(), backups.ofVault(project, due.vaultId()));
  }

  @Override
  public Decision decide(Retaining.State state, SweepDue due, Envelope envelope) {
    return Retaining.decide(state, due.vaultId(), envelope.time());
  }
}
