package io.coffer.worker.inventory;

import io.coffer.contracts.inventory.InventoryEvent;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesSeen;
import io.coffer.contracts.inventory.InventoryEvent.ResourcesVanished;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What was said of resources, with which the next look is compared. */
@ApplicationScoped
public class InventoryFold {

  private final SeenResourceStore seen;

  InventoryFold(SeenResourceStore seen) {
    this.seen = seen;
  }

  /** Remembers what was said. */
  public Uni<Void> apply(InventoryEvent event, String project) {
    return event instanceof ResourcesSeen there
        ? seen.seen(there, project)
        : seen.vanished((ResourcesVanished) event, project);
  }
}
