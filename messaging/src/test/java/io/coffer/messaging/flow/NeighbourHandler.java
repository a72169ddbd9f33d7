package io.coffer.messaging.flow;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.VaultCommand.UpdateVault;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Remembers that a neighbour was asked, and asks that project to remember this. */
@ApplicationScoped
class NeighbourHandler implements Handler<UpdateVault, VaultCreated> {

  /** What makes the project of this name remember the text. */
  static UpdateVault ask(String neighbour, String text) {
    return new UpdateVault(new UUID(0, 1), neighbour, 0, text, false, null, false, 0, false, false);
  }

  @Override
  public Uni<VaultCreated> load(UpdateVault command, Envelope envelope) {
    return Uni.createFrom()
        .item(
            new VaultCreated(
                DerivedId.vault(envelope.id()),
                RawWire.named("asked").settings(),
                List.of(),
                envelope.caller(),
                envelope.time(),
                null));
  }

  @Override
  public Decision decide(VaultCreated asked, UpdateVault command, Envelope envelope) {
    return Decision.accept(asked).andTo(command.name(), RawWire.named(command.consistentLevel()));
  }
}
