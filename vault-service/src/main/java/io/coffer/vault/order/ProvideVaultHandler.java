package io.coffer.vault.order;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.VaultOrderCommand.ProvideVault;
import io.coffer.contracts.vault.VaultOrderEvent.VaultSold;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultCreation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes a vault that was bought. */
@ApplicationScoped
class ProvideVaultHandler implements Handler<ProvideVault, ProvideVaultHandler.State> {

  private final ResourceStore resources;

  ProvideVaultHandler(ResourceStore resources) {
    this.resources = resources;
  }

  /**
   * What is known.
   *
   * @param bound those of the named resources that are in a vault already
   */
  record State(List<ResourceState> bound) {}

  @Override
  public Uni<State> load(ProvideVault command, Envelope envelope) {
    List<String> ids =
        command.vault().resources().stream().map(named -> named.facts().id()).toList();
    return resources.states(envelope.project(), ids).map(State::new);
  }

  @Override
  public Decision decide(State state, ProvideVault command, Envelope envelope) {
    return VaultOrders.ended(
        VaultCreation.decide(state.bound(), command.vault(), envelope),
        new VaultSold(DerivedId.vault(envelope.id()), command.order(), envelope.time()));
  }

  @Override
  public Decision abandon(ProvideVault command, Envelope envelope) {
    return VaultOrders.givenUp(DerivedId.vault(envelope.id()), command.order());
  }
}
