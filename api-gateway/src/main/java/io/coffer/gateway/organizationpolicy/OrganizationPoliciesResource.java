package io.coffer.gateway.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicyCommand.DeleteOrganizationPolicy;
import io.coffer.gateway.contract.Body;
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

/**
 * Policies of the caller's account for all its projects and those of its members (chapter 4.9),
 * whichever of its projects is in the path.
 */
@Path("/v3/{project_id}/organization-policies")
public class OrganizationPoliciesResource {

  private final CommandSubmitter commands;
  private final Relay relay;

  OrganizationPoliciesResource(CommandSubmitter commands, Relay relay) {
    this.commands = commands;
    this.relay = relay;
  }

  @POST
  public Uni<Response> create(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submitOfDomain(request, policy(request).create(request.caller().account().domainName()))
        .map(OwnerAnswer::response);
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    return relay.readOfAccount(Owner.POLICY_SCHEDULER, GatewayRequest.of(http));
  }

  @GET
  @Path("{organization_policy_id}")
  public Uni<Response> show(RoutingContext http) {
    return relay.readOfAccount(Owner.POLICY_SCHEDULER, GatewayRequest.of(http));
  }

  @GET
  @Path("{organization_policy_id}/policy-detail")
  public Uni<Response> detail(RoutingContext http) {
    return relay.readOfAccount(Owner.POLICY_SCHEDULER, GatewayRequest.of(http));
  }

  @PUT
  @Path("{organization_policy_id}")
  public Uni<Response> update(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submitOfDomain(request, policy(request).update(request.id("organization_policy_id")))
        .map(OwnerAnswer::response);
  }

  @DELETE
  @Path("{organization_policy_id}")
  public Uni<Response> delete(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submitOfDomain(request, new DeleteOrganizationPolicy(request.id("organization_policy_id")))
        .map(OwnerAnswer::response);
  }

  private static OrganizationPolicyBody policy(GatewayRequest request) {
    Body body = request.body();
    return new OrganizationPolicyBody(body.object("policy"));
  }
}
