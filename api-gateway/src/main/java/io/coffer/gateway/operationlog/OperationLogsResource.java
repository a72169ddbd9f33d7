package io.coffer.gateway.operationlog;

import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Tasks (chapter 4.1). */
@Path("/v3/{project_id}/operation-logs")
public class OperationLogsResource {

  private final Relay relay;

  OperationLogsResource(Relay relay) {
    this.relay = relay;
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }

  @GET
  @Path("{operation_log_id}")
  public Uni<Response> show(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }
}
