package io.coffer.gateway.policy;

import io.coffer.contracts.policy.PolicyCommand.DeletePolicy;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Policies (chapter 4.8). Clients that show a vault ask which ones are applied to it. */
@Path("/v3/{project_id}/policies")
public class PoliciesResource {

  private final CommandSubmitter commands;
  private final Relay relay;

  PoliciesResource(CommandSubmitter commands, Relay relay) {
    this.commands = commands;
    this.relay = relay;
  }

  @POST
  public Uni<Response> create(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submit(request, new PolicyBody(request.body().object("policy")).create())
        .map(OwnerAnswer::response);
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    return relay.read(Owner.POLICY_SCHEDULER, GatewayRequest.of(http));
  }

  @GET
  @Path("{policy_id}")
  public Uni<Response> show(RoutingContext http) {
    return relay.read(Owner.POLICY_SCHEDULER, GatewayRequest.of(http));
  }

  @PUT
  @Path("{policy_id}")
  public Uni<Response> update(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submit(
            request,
            new PolicyBody(request.body().object("policy")).update(request.id("policy_id")))
        .map(OwnerAnswer::response);
  }

  @DELETE
  @Path("{policy_id}")
  public Uni<Response> delete(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submit(request, new DeletePolicy(request.id("policy_id")))
        .map(OwnerAnswer::response);
  }
}
