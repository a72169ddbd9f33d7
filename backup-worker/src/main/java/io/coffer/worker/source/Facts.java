package io.coffer.worker.source;

import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VolumeFacts;
import java.util.List;
import java.util.Optional;

/** What the inventory says of resources, for commands to carry. Pure. */
final class Facts {

  private Facts() {}

  /** The server or the volume with this id; empty when there is neither. */
  static Optional<ResourceFacts> of(String id, List<Server> servers) {
    for (Server server : servers) {
      if (server.id().equals(id)) {
        return Optional.of(server(server));
      }
    }
    return servers.stream()
        .flatMap(server -> server.volumes().stream())
        .filter(volume -> volume.id().equals(id))
        .findFirst()
        .map(Facts::volume);
  }

  private static ResourceFacts server(Server server) {
    return new ResourceFacts(
        server.id(),
        ResourceRef.SERVER,
        server.name(),
        server.sizeGb(),
        server.volumes().stream().map(Facts::facts).toList());
  }

  private static ResourceFacts volume(Volume volume) {
    return new ResourceFacts(
        volume.id(), ResourceRef.VOLUME, volume.name(), volume.sizeGb(), List.of(facts(volume)));
  }

  private static VolumeFacts facts(Volume volume) {
    return new VolumeFacts(
        volume.id(), volume.name(), volume.sizeBytes(), volume.sizeGb(), volume.bootable());
  }
}
