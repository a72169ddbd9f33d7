package io.coffer.gateway.relay;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.gateway.error.ApiException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the inventory says of resources that it is asked of.
 *
 * @param resources those that it found
 * @param whole whether the others do not exist; else they may be among what it could not read
 */
record FoundResources(List<ResourceFacts> resources, boolean whole) {

  FoundResources {
    resources = List.copyOf(resources);
  }

  /**
   * The resources by id, without those that do not exist.
   *
   * @throws ApiException when nobody can tell whether one of them exists; the caller may ask again
   */
  Map<String, ResourceFacts> of(Collection<String> ids) {
    Map<String, ResourceFacts> found =
        resources.stream().collect(Collectors.toMap(ResourceFacts::id, Function.identity()));
    ids.stream().filter(id -> !whole && !found.containsKey(id)).findFirst().ifPresent(this::refuse);
    return found;
  }

  private void refuse(String id) {
    throw ApiException.of(
        CbrError.BACKEND_UNAVAILABLE,
        "Whether there is a resource " + id + " cannot be said: the cloud cannot be read.");
  }
}
