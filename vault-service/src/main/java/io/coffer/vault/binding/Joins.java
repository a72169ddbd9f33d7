package io.coffer.vault.binding;

import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.TaggedResource;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which resources join which vaults by themselves. Pure: the same vaults take the same ones. */
final class Joins {

  private Joins() {}

  /**
   * Each resource joins the first vault that takes it, or none.
   *
   * @param vaults oldest first
   * @param free resources that are in no vault, in the order in which they have their choice
   */
  static List<ResourcesAdded> of(List<Taker> vaults, List<TaggedResource> free, Instant time) {
    List<Taker> takers = new ArrayList<>(vaults);
    Map<UUID, List<KnownResource>> joined = new LinkedHashMap<>();
    for (TaggedResource resource : free) {
      for (int i = 0; i < takers.size(); i++) {
        Taker taker = takers.get(i);
        if (taker.takes(resource)) {
          takers.set(i, taker.with(resource));
          joined
              .computeIfAbsent(taker.vault().id(), id -> new ArrayList<>())
              .add(KnownResource.of(resource.facts()));
          break;
        }
      }
    }
    return joined.entrySet().stream()
        .map(vault -> new ResourcesAdded(vault.getKey(), vault.getValue(), time))
        .toList();
  }
}
