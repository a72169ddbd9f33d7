package io.coffer.gateway.order;

import io.coffer.contracts.billing.SubscriptionCommand.RenewSubscriptions;
import io.coffer.contracts.billing.SubscriptionCommand.SetAutoRenew;
import io.coffer.contracts.billing.SubscriptionCommand.Unsubscribe;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/**
 * What the caller's domain bought by month or year. One path is misspelt as clients misspell it.
 */
@Path("/v2/orders")
public class BoughtResource {

  private final CommandSubmitter commands;
  private final Customer customer;

  BoughtResource(CommandSubmitter commands, Customer customer) {
    this.commands = commands;
    this.customer = customer;
  }

  @POST
  @Path("suscriptions/resources/query")
  public Uni<Response> query(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Body body = request.body();
    StringBuilder query = new StringBuilder("subscriptions?limit=" + body.number("limit"));
    query.append("&offset=").append(body.number("offset"));
    if (body.has("order_id")) {
      query.append("&order_id=").append(Customer.part(body.text("order_id")));
    }
    body.texts("resource_ids").forEach(id -> query.append("&resource_id=").append(id));
    return customer.read(request, query.toString());
  }

  /** The unit of the term is a number here: 2 for months, 3 for years. */
  @POST
  @Path("subscriptions/resources/renew")
  public Uni<Response> renew(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Body body = request.body();
    Terms terms = Terms.ofNumbers(body);
    List<UUID> ids = body.texts("resource_ids").stream().map(UUID::fromString).distinct().toList();
    return commands
        .submitOfDomain(
            request,
            new RenewSubscriptions(ids, terms.periodType(), terms.periodNum(), terms.autoPay()))
        .map(OwnerAnswer::response);
  }

  @POST
  @Path("subscriptions/resources/unsubscribe")
  public Uni<Response> unsubscribe(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    List<UUID> ids =
        request.body().texts("resource_ids").stream().map(UUID::fromString).distinct().toList();
    return commands.submitOfDomain(request, new Unsubscribe(ids)).map(OwnerAnswer::response);
  }

  @POST
  @Path("subscriptions/resources/autorenew/{resource_id}")
  public Uni<Response> have(RoutingContext http) {
    return autoRenew(http, true);
  }

  @DELETE
  @Path("subscriptions/resources/autorenew/{resource_id}")
  public Uni<Response> let(RoutingContext http) {
    return autoRenew(http, false);
  }

  private Uni<Response> autoRenew(RoutingContext http, boolean on) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submitOfDomain(request, new SetAutoRenew(request.id("resource_id"), on))
        .map(OwnerAnswer::response);
  }
}
