package io.coffer.gateway.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What policies will do, for people: no client of the CBR API knows these operations. */
@Path("/v3/{project_id}/policies")
public class PolicyOutlookResource {

  private final Relay relay;
  private final KnownVault vaults;

  PolicyOutlookResource(Relay relay, KnownVault vaults) {
    this.relay = relay;
    this.vaults = vaults;
  }

  @GET
  @Path("{policy_id}/x-explain")
  public Uni<Response> explain(RoutingContext http) {
    return relay.read(Owner.POLICY_SCHEDULER, GatewayRequest.of(http));
  }

  @GET
  @Path("{policy_id}/x-calendar")
  public Uni<Response> calendar(RoutingContext http) {
    return relay.read(Owner.POLICY_SCHEDULER, GatewayRequest.of(http));
  }

  @POST
  @Path("x-forecast")
  public Uni<Response> forecast(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Body body = request.body();
    UUID vault = body.object("forecast").id("vault_id");
    Uni<?> known =
        vault == null ? Uni.createFrom().voidItem() : vaults.facts(request.project(), vault);
    return known.chain(() -> relay.ask(Owner.POLICY_SCHEDULER, request, body.as(JsonNode.class)));
  }
}
