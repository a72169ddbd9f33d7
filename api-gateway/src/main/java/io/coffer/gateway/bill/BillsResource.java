package io.coffer.gateway.bill;

import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What a project is charged for what it uses. */
@Path("/v3/{project_id}/bills")
public class BillsResource {

  private final Relay relay;

  BillsResource(Relay relay) {
    this.relay = relay;
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    return relay.read(Owner.BILLING_SERVICE, GatewayRequest.of(http));
  }

  @GET
  @Path("{month}")
  public Uni<Response> show(RoutingContext http) {
    return relay.read(Owner.BILLING_SERVICE, GatewayRequest.of(http));
  }
}
