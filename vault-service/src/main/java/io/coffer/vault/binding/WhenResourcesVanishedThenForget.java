package io.coffer.vault.binding;

import io.coffer.contracts.inventory.InventoryEvent.ResourcesVanished;
import io.coffer.contracts.vault.ResourceEvent.ResourcesForgotten;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets the resources that do not exist any more, so that they join no vault. */
@ApplicationScoped
class WhenResourcesVanishedThenForget implements Handler<ResourcesVanished, Envelope> {

  @Override
  public Uni<Envelope> load(ResourcesVanished event, Envelope envelope) {
    return Uni.createFrom().item(envelope);
  }

  @Override
  public Decision decide(Envelope state, ResourcesVanished event, Envelope envelope) {
    return Decision.accept(new ResourcesForgotten(event.resourceIds(), event.vanishedAt()));
  }
}
