package io.coffer.gateway.vault;

import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.contracts.vault.VolumeFacts;
import io.coffer.gateway.contract.Absent;
import io.coffer.gateway.relay.Inventory;
import io.coffer.gateway.request.NamedResource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The resources that a request names, with what the inventory says of them. */
@ApplicationScoped
class KnownResources {

  private final Inventory inventory;

  KnownResources(Inventory inventory) {
    this.inventory = inventory;
  }

  /**
   * Facts of every resource in the order of the request; fails with 404 when one does not exist.
   */
  Uni<List<KnownResource>> of(String project, List<NamedResource> named) {
    return inventory
        .facts(project, named.stream().map(NamedResource::id).toList())
        .map(known -> named.stream().map(resource -> known(resource, known)).toList());
  }

  private static KnownResource known(NamedResource named, Map<String, ResourceFacts> known) {
    ResourceFacts facts = known.get(named.id());
    if (facts == null
        || ResourceType.of(facts.type()).filter(type -> type.isNamed(named.type())).isEmpty()) {
      throw Absent.resource(named.type(), named.id());
    }
    List<String> excluded = named.choices().excludeVolumes();
    int sizeGb =
        facts.volumes().stream()
            .filter(volume -> !excluded.contains(volume.id()))
            .mapToInt(VolumeFacts::sizeGb)
            .sum();
    return new KnownResource(
        new ResourceFacts(facts.id(), facts.type(), facts.name(), sizeGb, facts.volumes()),
        named.choices());
  }
}
