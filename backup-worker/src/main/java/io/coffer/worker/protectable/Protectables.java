package io.coffer.worker.protectable;

import io.coffer.contracts.vault.ResourceType;
import io.coffer.worker.source.Inventory;
import io.coffer.worker.source.Server;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The resources of a project that can be backed up, newest first. Pure. */
final class Protectables {

  private static final Comparator<Protectable> ORDER =
      Comparator.comparing(Protectable::createdAt).reversed().thenComparing(Protectable::id);

  private Protectables() {}

  /** What a word of the API lists; empty for a word that lists nothing here. */
  static Optional<ResourceType> type(String word) {
    return switch (word) {
      case "server" -> Optional.of(ResourceType.SERVER);
      case "disk" -> Optional.of(ResourceType.DISK);
      case "turbo" -> Optional.of(ResourceType.TURBO);
      case "workspace", "workspace_v2" -> Optional.of(ResourceType.DESKTOP);
      default -> Optional.empty();
    };
  }

  /** All that a word of the API lists. */
  static List<Protectable> all(String word, Inventory inventory) {
    return type(word).stream().flatMap(type -> of(type, inventory)).sorted(ORDER).toList();
  }

  private static Stream<Protectable> of(ResourceType type, Inventory inventory) {
    return switch (type) {
      case DISK ->
          Stream.concat(
              inventory.servers().stream().flatMap(Protectables::disks),
              inventory.volumes().stream().map(ProtectableJson::disk));
      case TURBO -> inventory.fileSystems().stream().map(ProtectableJson::turbo);
      default ->
          inventory.servers().stream()
              .filter(server -> server.type() == type)
              .map(ProtectableJson::server);
    };
  }

  private static Stream<Protectable> disks(Server server) {
    return server.volumes().stream().map(volume -> ProtectableJson.disk(server, volume));
  }

  /** How many a query is about, on all its pages. */
  static long count(List<Protectable> all, ProtectableQuery query) {
    return all.stream().filter(query::accepts).count();
  }

  /** The page that a query asks for. What follows an unknown marker is nothing. */
  static List<Protectable> page(List<Protectable> all, ProtectableQuery query) {
    return all.stream()
        .dropWhile(one -> query.marker != null && !query.marker.equals(one.id()))
        .skip(query.marker == null ? 0 : 1)
        .filter(query::accepts)
        .skip(query.offset())
        .limit(query.limit())
        .toList();
  }
}
