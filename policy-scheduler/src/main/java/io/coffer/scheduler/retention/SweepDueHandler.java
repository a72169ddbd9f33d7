package io.coffer.scheduler.retention;

import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets go of what time has pushed out, or what was protected before. */
@ApplicationScoped
class SweepDueHandler implements Handler<SweepDue, VaultSweep.Found> {

  private final VaultSweep sweep;

  SweepDueHandler(VaultSweep sweep) {
    this.sweep = sweep;
  }

  @Override
  public Uni<VaultSweep.Found> load(SweepDue due, Envelope envelope) {
    return sweep.in(envelope.project(), due.vaultId(), envelope.time());
  }

  @Override
  public Decision decide(VaultSweep.Found found, SweepDue due, Envelope envelope) {
    return Retaining.release(found.policy(), found.going(), due.vaultId(), envelope.time());
  }
}
