package io.coffer.gateway.order;

import io.coffer.contracts.billing.SubscriptionCommand.Resize;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Orders of another size of what was bought by month or year (chapter 4.11). */
@Path("/v3/{project_id}/orders")
public class OrderChangesResource {

  private final CommandSubmitter commands;

  OrderChangesResource(CommandSubmitter commands) {
    this.commands = commands;
  }

  /** Paid as the named order was. */
  @PUT
  @Path("{order_id}")
  public Uni<Response> update(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Body body = request.body();
    Body product = body.object("productInfo");
    return submit(
        request,
        new Resize(
            body.id("resourceId"),
            request.project(),
            request.variable("order_id"),
            product.text("resourceSpecCode"),
            product.number("resourceSize"),
            null));
  }

  /** What clients use today. */
  @POST
  @Path("change")
  public Uni<Response> change(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Body body = request.body();
    Body product = body.object("product_info");
    return submit(
        request,
        new Resize(
            body.id("resource_id"),
            request.project(),
            null,
            product.text("resource_spec_code"),
            product.number("resource_size"),
            body.flag("is_auto_pay")));
  }

  private Uni<Response> submit(GatewayRequest request, Resize resize) {
    return commands.submitOfDomain(request, resize).map(OwnerAnswer::response);
  }
}
