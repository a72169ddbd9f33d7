package io.coffer.gateway.protectable;

import io.coffer.gateway.GatewaySettings;
import io.coffer.gateway.identity.Project;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.messaging.decision.Answer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** To which regions backups can be copied (chapter 4.2.4): to those that are configured. */
@Path("/v3/{project_id}/replication-capabilities")
public class ReplicationCapabilitiesResource {

  private final List<String> regions;

  ReplicationCapabilitiesResource(GatewaySettings settings) {
    regions = settings.replicationRegions().orElse(List.of());
  }

  @GET
  public Response show(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    String region =
        request.caller().account().project(request.project()).map(Project::region).orElseThrow();
    return new OwnerAnswer(200, Answer.ok(Map.of("regions", from(region, regions))).bytes())
        .response();
  }

  /** A region with the others that take its copies; nothing when there are none. */
  static List<Map<String, Object>> from(String region, List<String> configured) {
    List<String> others =
        configured.stream().filter(other -> !other.equals(region)).distinct().toList();
    return others.isEmpty() || !configured.contains(region)
        ? List.of()
        : List.of(Map.of("name", region, "replication_destinations", others));
  }
}
