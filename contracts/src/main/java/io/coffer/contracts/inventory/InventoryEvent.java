package io.coffer.contracts.inventory;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import io.coffer.contracts.vault.TaggedResource;
import java.time.Instant;
import java.util.List;

/** What a worker says of the resources of a project, as it finds them. */
public sealed interface InventoryEvent extends Event {

  /** Resources are there that were not, or are not as they were. */
  @WireName("coffer.inventory.seen.v1")
  record ResourcesSeen(List<TaggedResource> resources, Instant seenAt) implements InventoryEvent {}

  /** Resources are there no more. */
  @WireName("coffer.inventory.vanished.v1")
  record ResourcesVanished(List<String> resourceIds, Instant vanishedAt)
      implements InventoryEvent {}
}
