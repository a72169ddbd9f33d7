package io.coffer.gateway.order;

import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What a customer is told beside his orders: what is sold at all, and what his account has. */
@Path("/v2")
public class AccountResource {

  private final Customer customer;

  AccountResource(Customer customer) {
    this.customer = customer;
  }

  /** Some clients ask this first, whatever they want, to learn whether orders are taken here. */
  @GET
  @Path("products/service-types")
  public Uni<Response> services(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return customer.read(request, "service-types" + request.checkedQuery());
  }

  @GET
  @Path("accounts/customer-accounts/balances")
  public Uni<Response> balances(RoutingContext http) {
    return customer.read(GatewayRequest.of(http), "balances");
  }

  @GET
  @Path("accounts/customer-accounts/account-change-records")
  public Uni<Response> statement(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return customer.read(request, "account-change-records" + request.checkedQuery());
  }
}
