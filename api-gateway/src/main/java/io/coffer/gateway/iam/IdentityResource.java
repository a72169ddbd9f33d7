package io.coffer.gateway.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.gateway.identity.Account;
import io.coffer.gateway.identity.Accounts;
import io.coffer.gateway.identity.Caller;
import io.coffer.gateway.identity.Project;
import io.coffer.gateway.identity.Scope;
import io.coffer.gateway.request.GatewayRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What clients ask the identity service about themselves. */
@Path("/v3")
public class IdentityResource {

  private final Accounts accounts;

  IdentityResource(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The catalogue for the project of the token, or for the one in {@code X-Project-Id}. */
  @GET
  @Path("auth/catalog")
  public Uni<Response> catalog(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    String endpoint = IdentityAnswer.endpoint(accounts, request);
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.set("catalog", Catalog.of(endpoint, request.caller().account(), project(request)));
    body.putObject("links").put("self", endpoint + "/v3/auth/catalog");
    return answer(request, body);
  }

  @GET
  @Path("auth/domains")
  public Uni<Response> domains(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Account account = request.caller().account();
    String endpoint = IdentityAnswer.endpoint(accounts, request);
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode domain = body.putArray("domains").addObject();
    domain.put("id", account.domainId()).put("name", account.domainName());
    domain.put("enabled", true).put("description", "");
    domain.putObject("links").put("self", endpoint + "/v3/domains/" + account.domainId());
    body.set("links", ProjectJson.links(endpoint + "/v3/auth/domains"));
    return answer(request, body);
  }

  @GET
  @Path("users")
  public Uni<Response> users(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Account account = request.caller().account();
    String endpoint = IdentityAnswer.endpoint(accounts, request);
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.set("links", ProjectJson.links(endpoint + "/v3/users"));
    body.putArray("users");
    String name = request.query().first("name");
    if (name == null || name.isEmpty() || name.equals(account.userName())) {
      ObjectNode user = body.withArray("users").addObject();
      user.put("id", account.userId()).put("name", account.userName());
      user.put("domain_id", account.domainId()).put("enabled", true);
      user.put("description", "").putNull("password_expires_at");
      user.putObject("links").put("self", endpoint + "/v3/users/" + account.userId());
    }
    return answer(request, body);
  }

  private static Project project(GatewayRequest request) {
    Caller caller = request.caller();
    if (caller.token() != null) {
      return caller.token().scope() instanceof Scope.OfProject of ? of.project() : null;
    }
    String wanted = request.header("X-Project-Id");
    return wanted == null ? null : caller.account().project(wanted).orElse(null);
  }

  private static Uni<Response> answer(GatewayRequest request, ObjectNode body) {
    return Uni.createFrom().item(IdentityAnswer.of(200, body, request).build());
  }
}
