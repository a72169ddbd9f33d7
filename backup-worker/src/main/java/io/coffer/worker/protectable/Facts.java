package io.coffer.worker.protectable;

import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.contracts.vault.VolumeFacts;
import io.coffer.worker.source.FileSystem;
import io.coffer.worker.source.Inventory;
import io.coffer.worker.source.Server;
import io.coffer.worker.source.SingleVolume;
import io.coffer.worker.source.Volume;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the inventory says of resources, for commands to carry. Pure. */
final class Facts {

  private static final long GIB = 1L << 30;

  private Facts() {}

  /**
   * What was found of what was asked for.
   *
   * @param whole whether the rest does not exist; else it may be among what could not be read
   */
  record Found(List<ResourceFacts> resources, boolean whole) {}

  /** The resources with these ids in their order, each once. */
  static Found found(List<String> ids, Inventory inventory) {
    return new Found(
        ids.stream().distinct().flatMap(id -> of(id, inventory).stream()).toList(),
        inventory.unread().isEmpty());
  }

  /** The resource with this id; empty when there is none. */
  static Optional<ResourceFacts> of(String id, Inventory inventory) {
    for (Server server : inventory.servers()) {
      if (server.id().equals(id)) {
        return Optional.of(server(server));
      }
    }
    for (FileSystem one : inventory.fileSystems()) {
      if (one.id().equals(id)) {
        return Optional.of(fileSystem(one));
      }
    }
    return Stream.concat(
            inventory.servers().stream().flatMap(server -> server.volumes().stream()),
            inventory.volumes().stream().map(SingleVolume::volume))
        .filter(volume -> volume.id().equals(id))
        .findFirst()
        .map(Facts::volume);
  }

  /** All resources, in no order. */
  static List<ResourceFacts> all(Inventory inventory) {
    return Stream.of(
            inventory.servers().stream().map(Facts::server),
            inventory.fileSystems().stream().map(Facts::fileSystem),
            Stream.concat(
                    inventory.servers().stream().flatMap(server -> server.volumes().stream()),
                    inventory.volumes().stream().map(SingleVolume::volume))
                .map(Facts::volume))
        .flatMap(Function.identity())
        .toList();
  }

  private static ResourceFacts server(Server server) {
    return new ResourceFacts(
        server.id(),
        server.type().wireName(),
        server.name(),
        server.sizeGb(),
        server.volumes().stream().map(Facts::facts).toList());
  }

  private static ResourceFacts volume(Volume volume) {
    return new ResourceFacts(
        volume.id(),
        ResourceType.DISK.wireName(),
        volume.name(),
        volume.sizeGb(),
        List.of(facts(volume)));
  }

  /** Its one volume stands for all that it may hold. */
  private static ResourceFacts fileSystem(FileSystem one) {
    return new ResourceFacts(
        one.id(),
        ResourceType.TURBO.wireName(),
        one.name(),
        one.sizeGb(),
        List.of(new VolumeFacts(one.id(), one.name(), one.sizeGb() * GIB, one.sizeGb(), false)));
  }

  private static VolumeFacts facts(Volume volume) {
    return new VolumeFacts(
        volume.id(), volume.name(), volume.sizeBytes(), volume.sizeGb(), volume.bootable());
  }
}
