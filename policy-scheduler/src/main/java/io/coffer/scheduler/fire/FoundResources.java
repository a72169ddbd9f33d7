package io.coffer.scheduler.fire;

import io.coffer.contracts.vault.ResourceFacts;
import java.util.List;

/**
 * What the inventory says of resources that it is asked of.
 *
 * @param resources those that it found
 * @param whole whether the others do not exist; else they may be among what it could not read
 */
record FoundResources(List<ResourceFacts> resources, boolean whole) {

  /** Nobody answered. */
  static final FoundResources NOTHING = new FoundResources(List.of(), false);

  FoundResources {
    resources = List.copyOf(resources);
  }

  boolean has(String id) {
    return resources.stream().anyMatch(facts -> facts.id().equals(id));
  }
}
