package io.coffer.gateway.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.gateway.access.Unauthenticated;
import io.coffer.gateway.identity.Accounts;
import io.coffer.gateway.request.Call;
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
    Call call = Call.of(http);
    ObjectNode body = Json.MAPPER.createObjectNode();
    describe(body.putObject("versions").putArray("values").addObject(), call);
    return Uni.createFrom().item(IdentityAnswer.of(200, body, call).build());
  }

  @GET
  @Path("v3")
  public Uni<Response> version(RoutingContext http) {
    Call call = Call.of(http);
    ObjectNode body = Json.MAPPER.createObjectNode();
    describe(body.putObject("version"), call);
    return Uni.createFrom().item(IdentityAnswer.of(200, body, call).build());
  }

  private void describe(ObjectNode version, Call call) {
    version.put("id", "v3.6").put("status", "stable").put("updated", "2016-04-04T00:00:00Z");
    version
        .putArray("links")
        .addObject()
        .put("rel", "self")
        .put("href", IdentityAnswer.endpoint(accounts, call) + "/v3/");
    version
        .putArray("media-types")
        .addObject()
        .put("base", "application/json")
        .put("type", "application/vnd.openstack.identity-v3+json");
  }
}
