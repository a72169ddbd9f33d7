package io.coffer.gateway.order;

import io.coffer.contracts.billing.OrderCommand.CancelOrder;
import io.coffer.contracts.billing.OrderCommand.PayOrders;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** The orders of the caller's domain, as clients look at them beside the CBR API. */
@Path("/v2/orders/customer-orders")
public class CustomerOrdersResource {

  private final CommandSubmitter commands;
  private final Customer customer;

  CustomerOrdersResource(CommandSubmitter commands, Customer customer) {
    this.commands = commands;
    this.customer = customer;
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return customer.read(request, "customer-orders" + request.checkedQuery());
  }

  @GET
  @Path("details/{order_id}")
  public Uni<Response> show(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return customer.read(
        request, "customer-orders/details/" + Customer.part(request.variable("order_id")));
  }

  /** One order, or several that are separated by commas. */
  @POST
  @Path("pay")
  public Uni<Response> pay(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    List<String> ids =
        Arrays.stream(request.body().text("order_id").split(","))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    return commands.submitOfDomain(request, new PayOrders(ids)).map(OwnerAnswer::response);
  }

  @PUT
  @Path("cancel")
  public Uni<Response> cancel(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submitOfDomain(request, new CancelOrder(request.body().text("order_id")))
        .map(OwnerAnswer::response);
  }
}
