package io.coffer.gateway.protectable;

import io.coffer.gateway.contract.Body;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.messaging.decision.Answer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * Whether servers have an agent that answers (chapter 4.2.2). It is a question, whatever its
 * method.
 */
@Path("/v3/{project_id}/agent/check")
public class AgentCheckResource {

  private final OwnerClient owners;

  AgentCheckResource(OwnerClient owners) {
    this.owners = owners;
  }

  @POST
  public Uni<Response> check(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    List<Map<String, String>> asked =
        request.body().objects("agent_status", AgentCheckResource::resource);
    return owners
        .ofProject(Owner.BACKUP_WORKER, request.project(), "agent/check", Answer.ok(asked).bytes())
        .map(OwnerAnswer::response);
  }

  private static Map<String, String> resource(Body one) {
    return Map.of("id", one.text("resource_id"), "type", one.text("resource_type"));
  }
}
