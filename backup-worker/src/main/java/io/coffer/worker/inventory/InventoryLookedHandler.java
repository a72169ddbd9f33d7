package io.coffer.worker.inventory;

import io.coffer.contracts.Event;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesSeen;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesVanished;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says what is new, changed or gone since it was last said; each of it once, by one worker. */
@ApplicationScoped
class InventoryLookedHandler implements Handler<InventoryLooked, InventoryLookedHandler.State> {

  /** So many to a message, which has a bound. */
  private static final int TOGETHER = 50;

  private static final int IDS_TOGETHER = 5_000;

  private final SeenResourceStore seen;
  private final ToldStore told;

  InventoryLookedHandler(SeenResourceStore seen, ToldStore told) {
    this.seen = seen;
    this.told = told;
  }

  /**
   * What was said.
   *
   * @param before by id
   * @param told how often
   */
  record State(Map<String, TaggedResource> before, long told) {}

  @Override
  public Uni<State> load(InventoryLooked looked, Envelope envelope) {
    return Loading.of(seen.of(envelope.project()))
        .then(before -> told.times(envelope.project()))
        .as(State::new);
  }

  /**
   * A look says nothing when something was said since it began, because that may be newer; and what
   * could not be read is not gone.
   */
  @Override
  public Decision decide(State state, InventoryLooked looked, Envelope envelope) {
    if (looked.told() != state.told()) {
      return Decision.nothing();
    }
    Map<String, TaggedResource> before = state.before();
    Set<String> there =
        looked.resources().stream().map(one -> one.facts().id()).collect(Collectors.toSet());
    List<TaggedResource> changed =
        looked.resources().stream()
            .filter(one -> !one.equals(before.get(one.facts().id())))
            .toList();
    List<String> gone =
        before.values().stream()
            .filter(one -> !there.contains(one.facts().id()) && isGone(one, looked.unread()))
            .map(one -> one.facts().id())
            .sorted()
            .toList();
    List<Event> events = new ArrayList<>();
    parts(changed, TOGETHER)
        .forEach(some -> events.add(new ResourcesSeen(some, looked.lookedAt())));
    parts(gone, IDS_TOGETHER)
        .forEach(some -> events.add(new ResourcesVanished(some, looked.lookedAt())));
    return Decision.accept(events);
  }

  private static <T> Stream<List<T>> parts(List<T> all, int together) {
    return IntStream.iterate(0, from -> from < all.size(), from -> from + together)
        .mapToObj(from -> all.subList(from, Math.min(from + together, all.size())));
  }

  private static boolean isGone(TaggedResource missing, Set<ResourceType> unread) {
    return ResourceType.of(missing.facts().type())
        .map(type -> !unread.contains(type))
        .orElse(unread.isEmpty());
  }
}
