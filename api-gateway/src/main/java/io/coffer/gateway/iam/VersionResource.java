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

/** Describes the one version of the identity service to everybody. */
@Path("/v3")
@Unauthenticated
public class VersionResource {

  private final Accounts accounts;

  VersionResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @GET
  public Uni<Response> version(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    ObjectNode body = Json.MAPPER.createObjectNode();
    VersionJson.describe(body.putObject("version"), IdentityAnswer.endpoint(accounts, request));
    return Uni.createFrom().item(IdentityAnswer.of(200, body, request).build());
  }
}
