package io.coffer.worker.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.worker.rendering.VolumeJson;
import io.coffer.worker.source.Inventory;
import io.coffer.worker.source.ResourceException;
import io.coffer.worker.source.ResourceProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All volumes of a project, those of servers too, newest first. */
@ApplicationScoped
class VolumeList {

  private static final Comparator<ObjectNode> ORDER =
      Comparator.comparing((ObjectNode one) -> one.path("created_at").asText())
          .reversed()
          .thenComparing(one -> one.path("id").asText());

  private final ResourceProvider cloud;

  VolumeList(ResourceProvider cloud) {
    this.cloud = cloud;
  }

  List<ObjectNode> of(String project) {
    return of(cloud.inventory(project));
  }

  /**
   * One of them; empty when there is none.
   *
   * @throws ResourceException when it may be there, and cannot be read
   */
  Optional<ObjectNode> find(String project, String id) {
    Inventory inventory = cloud.inventory(project);
    Optional<ObjectNode> found =
        of(inventory).stream().filter(one -> one.path("id").asText().equals(id)).findFirst();
    if (found.isEmpty()) {
      inventory.requireWhole(id);
    }
    return found;
  }

  private static List<ObjectNode> of(Inventory inventory) {
    Stream<ObjectNode> ofServers =
        inventory.servers().stream()
            .flatMap(server -> server.volumes().stream().map(one -> VolumeJson.of(server, one)));
    return Stream.concat(ofServers, inventory.volumes().stream().map(VolumeJson::of))
        .sorted(ORDER)
        .toList();
  }
}
