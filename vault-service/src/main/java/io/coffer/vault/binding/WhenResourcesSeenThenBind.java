package io.coffer.vault.binding;

import io.coffer.contracts.Event;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesSeen;
import io.coffer.contracts.vault.ResourceEvent.ResourcesKnown;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Remembers the resources that a worker has seen, and lets the free ones join vaults. */
@ApplicationScoped
class WhenResourcesSeenThenBind implements Handler<ResourcesSeen, WhenResourcesSeenThenBind.State> {

  private final Takers takers;
  private final ResourceStore bound;
  private final KnownResourceStore known;

  WhenResourcesSeenThenBind(Takers takers, ResourceStore bound, KnownResourceStore known) {
    this.takers = takers;
    this.bound = bound;
    this.known = known;
  }

  /**
   * What is known.
   *
   * @param takers oldest first
   * @param bound those of the resources that are in a vault
   * @param released those of them that somebody took out of a vault, as they were so far
   */
  record State(List<Taker> takers, List<ResourceState> bound, List<TaggedResource> released) {}

  @Override
  public Uni<State> load(ResourcesSeen event, Envelope envelope) {
    String project = envelope.project();
    List<String> ids = event.resources().stream().map(one -> one.facts().id()).toList();
    return Loading.of(takers.of(project))
        .then(found -> bound.states(project, ids))
        .then((found, in) -> known.released(project, ids))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, ResourcesSeen event, Envelope envelope) {
    List<Event> events = new ArrayList<>();
    events.add(new ResourcesKnown(event.resources(), event.seenAt()));
    List<TaggedResource> free =
        event.resources().stream()
            .filter(one -> isFree(state, one))
            .sorted(Comparator.comparing(one -> one.facts().id()))
            .toList();
    events.addAll(Joins.of(state.takers(), free, event.seenAt()));
    return Decision.accept(events);
  }

  private static boolean isFree(State state, TaggedResource resource) {
    return state.bound().stream().noneMatch(row -> row.id().equals(resource.facts().id()))
        && state.released().stream()
            .filter(before -> before.facts().id().equals(resource.facts().id()))
            .noneMatch(before -> before.tags().equals(resource.tags()));
  }
}
