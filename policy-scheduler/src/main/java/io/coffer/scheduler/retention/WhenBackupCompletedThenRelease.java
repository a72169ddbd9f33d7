package io.coffer.scheduler.retention;

import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.scheduler.backup.BackupStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets go of what a new good backup pushes out. */
@ApplicationScoped
class WhenBackupCompletedThenRelease implements Handler<BackupCompleted, Retaining.State> {

  private final RetentionFacts facts;
  private final BackupStore backups;

  WhenBackupCompletedThenRelease(RetentionFacts facts, BackupStore backups) {
    this.facts = facts;
    this.backups = backups;
  }

  @Override
  public Uni<Retaining.State> load(BackupCompleted event, Envelope envelope) {
    String project = envelope.project();
    return facts.with(
        project, event.vaultId(), backups.ofResource(project, event.vaultId(), event.resourceId()));
  }

  @Override
  public Decision decide(Retaining.State state, BackupCompleted event, Envelope envelope) {
    return Retaining.decide(state, event.vaultId(), event.completedAt());
  }
}
