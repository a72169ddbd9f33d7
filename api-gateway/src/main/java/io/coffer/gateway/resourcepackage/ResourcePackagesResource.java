package io.coffer.gateway.resourcepackage;

import io.coffer.contracts.billing.PackageCommand.OrderPackages;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.order.Terms;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.request.Language;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Resource packages: which there are, and one more. */
@Path("/v3/{project_id}/backups/resource-package")
public class ResourcePackagesResource {

  private final CommandSubmitter commands;
  private final Relay relay;

  ResourcePackagesResource(CommandSubmitter commands, Relay relay) {
    this.commands = commands;
    this.relay = relay;
  }

  @GET
  @Path("flavors")
  public Uni<Response> flavors(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Language.check(request);
    return relay.read(Owner.BILLING_SERVICE, request);
  }

  /** The id of the package is drawn here, so that the order tells it before there is one. */
  @POST
  public Uni<Response> order(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Language.check(request);
    Body body = request.body();
    Terms terms = Terms.of(body.object("charge_info"), "charge_info.");
    return commands
        .submitOfDomain(
            request,
            new OrderPackages(
                UUID.randomUUID(),
                request.project(),
                request.region(),
                body.text("spec_code"),
                body.number("num"),
                terms.periodType(),
                terms.periodNum(),
                terms.autoRenew(),
                terms.autoPay()))
        .map(OwnerAnswer::response);
  }
}
