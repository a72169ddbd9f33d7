package io.coffer.gateway.policy;

import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Policies (chapter 4.8). Clients that show a vault ask which ones are applied to it. */
@Path("/v3/{project_id}/policies")
public class PoliciesResource {

  private final Relay relay;

  PoliciesResource(Relay relay) {
    this.relay = relay;
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    return relay.read(Owner.POLICY_SCHEDULER, GatewayRequest.of(http));
  }
}
