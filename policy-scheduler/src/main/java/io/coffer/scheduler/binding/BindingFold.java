package io.coffer.scheduler.binding;

import io.coffer.contracts.Event;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The bindings as a fold of the owner's events; whatever else happens to vaults changes nothing
 * here.
 */
@ApplicationScoped
public class BindingFold implements Fold {

  private final BindingStore bindings;

  BindingFold(BindingStore bindings) {
    this.bindings = bindings;
  }

  @Override
  public Uni<Void> apply(Event event, Envelope envelope) {
    if (event instanceof ResourcesAdded added) {
      return Sequence.each(
          added.resources(),
          resource -> bindings.bind(envelope.project(), added.vaultId(), resource));
    }
    if (event instanceof ResourcesRemoved removed) {
      return Sequence.each(removed.resourceIds(), id -> bindings.release(removed.vaultId(), id));
    }
    if (event instanceof VaultDeleted deleted) {
      return bindings.releaseAll(deleted.vaultId());
    }
    return Uni.createFrom().voidItem();
  }
}
