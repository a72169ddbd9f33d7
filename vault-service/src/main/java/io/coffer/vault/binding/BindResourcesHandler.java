package io.coffer.vault.binding;

import io.coffer.contracts.vault.TaggedResource;
import io.coffer.contracts.vault.VaultCommand.BindResources;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets all free resources of a project join the vaults that take them. */
@ApplicationScoped
class BindResourcesHandler implements Handler<BindResources, BindResourcesHandler.State> {

  private final Takers takers;
  private final KnownResourceStore resources;

  BindResourcesHandler(Takers takers, KnownResourceStore resources) {
    this.takers = takers;
    this.resources = resources;
  }

  /**
   * What is known.
   *
   * @param takers oldest first
   * @param free in the order of their ids
   */
  record State(List<Taker> takers, List<TaggedResource> free) {}

  @Override
  public Uni<State> load(BindResources command, Envelope envelope) {
    return Loading.of(takers.of(envelope.project()))
        .then(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(List.<TaggedResource>of())
                    : resources.free(envelope.project()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, BindResources command, Envelope envelope) {
    return Decision.accept(Joins.of(state.takers(), state.free(), envelope.time()));
  }
}
