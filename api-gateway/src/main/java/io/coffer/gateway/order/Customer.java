package io.coffer.gateway.order;

import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What billing says of the caller's domain. */
@ApplicationScoped
public class Customer {

  private final OwnerClient owners;

  Customer(OwnerClient owners) {
    this.owners = owners;
  }

  /**
   * Passes on what billing says.
   *
   * @param pathAndQuery below the domain, already encoded
   */
  public Uni<Response> read(GatewayRequest request, String pathAndQuery) {
    return owners.relay(Owner.BILLING_SERVICE, request.domain(), pathAndQuery);
  }

  /** A text as a part of a path or a query. */
  public static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
