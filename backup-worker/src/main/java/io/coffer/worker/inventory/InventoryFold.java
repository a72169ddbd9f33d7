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
  private final ToldStore told;

  InventoryFold(SeenResourceStore seen, ToldStore told) {
    this.seen = seen;
    this.told = told;
  }

  /** Remembers what was said, and that something was. */
  public Uni<Void> apply(InventoryEvent event, String project) {
    Uni<Void> said =
        event instanceof ResourcesSeen there
            ? seen.seen(there, project)
            : seen.vanished((ResourcesVanished) event, project);
    return said.chain(() -> told.again(project));
  }
}
