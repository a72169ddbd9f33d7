package io.coffer.worker.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.worker.source.ResourceProvider;
import io.coffer.worker.source.VolumeJson;
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
    Stream<ObjectNode> ofServers =
        cloud.servers(project).stream()
            .flatMap(server -> server.volumes().stream().map(one -> VolumeJson.of(server, one)));
    return Stream.concat(ofServers, cloud.volumes(project).stream().map(VolumeJson::of))
        .sorted(ORDER)
        .toList();
  }

  Optional<ObjectNode> find(String project, String id) {
    return of(project).stream().filter(one -> one.path("id").asText().equals(id)).findFirst();
  }
}
