package io.coffer.vault.checkpoint;

import io.coffer.contracts.vault.CheckpointCommand.SkipCheckpoint;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes what the scheduler skipped, whatever has become of the vault and of the resources. */
@ApplicationScoped
class SkipCheckpointHandler implements Handler<SkipCheckpoint, SkipCheckpointHandler.State> {

  /** Nothing needs to be known. */
  record State() {}

  @Override
  public Uni<State> load(SkipCheckpoint command, Envelope envelope) {
    return Uni.createFrom().item(new State());
  }

  @Override
  public Decision decide(State state, SkipCheckpoint command, Envelope envelope) {
    return Decision.accept(
        FiredCheckpoint.tasks(
            command.vaultId(), null, command.resources(), command.policyId(), envelope));
  }
}
