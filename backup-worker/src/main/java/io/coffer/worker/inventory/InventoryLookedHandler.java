package io.coffer.worker.inventory;

import io.coffer.contracts.Event;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesSeen;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesVanished;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what is new, changed or gone since it was last said; each of it once, by one worker. */
@ApplicationScoped
class InventoryLookedHandler implements Handler<InventoryLooked, Map<String, TaggedResource>> {

  /** So many to a message, which has a bound. */
  private static final int TOGETHER = 50;

  private final SeenResourceStore seen;

  InventoryLookedHandler(SeenResourceStore seen) {
    this.seen = seen;
  }

  @Override
  public Uni<Map<String, TaggedResource>> load(InventoryLooked looked, Envelope envelope) {
    return seen.of(envelope.project());
  }

  @Override
  public Decision decide(
      Map<String, TaggedResource> before, InventoryLooked looked, Envelope envelope) {
    Set<String> there =
        looked.resources().stream().map(one -> one.facts().id()).collect(Collectors.toSet());
    List<TaggedResource> changed =
        looked.resources().stream()
            .filter(one -> !one.equals(before.get(one.facts().id())))
            .toList();
    List<String> gone =
        before.keySet().stream().filter(id -> !there.contains(id)).sorted().toList();
    List<Event> events = new ArrayList<>();
    for (int from = 0; from < changed.size(); from += TOGETHER) {
      int to = Math.min(from + TOGETHER, changed.size());
      events.add(new ResourcesSeen(changed.subList(from, to), looked.lookedAt()));
    }
    if (!gone.isEmpty()) {
      events.add(new ResourcesVanished(gone, looked.lookedAt()));
    }
    return Decision.accept(events);
  }
}
