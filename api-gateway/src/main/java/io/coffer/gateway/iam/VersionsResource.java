package io.coffer.gateway.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.gateway.access.Unauthenticated;
import io.coffer.gateway.identity.Accounts;
import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Says which version of the identity service there is, before anybody has credentials. */
@Path("/")
@Unauthenticated
public class VersionsResource {

  private final Accounts accounts;

  VersionsResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @GET
  public Uni<Response> versions(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    ObjectNode body = Json.MAPPER.createObjectNode();
    VersionJson.describe(
        body.putObject("versions").putArray("values").addObject(),
        IdentityAnswer.endpoint(accounts, request));
    return Uni.createFrom().item(IdentityAnswer.of(200, body, request).build());
  }
}
