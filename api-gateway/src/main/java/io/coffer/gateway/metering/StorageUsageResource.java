package io.coffer.gateway.metering;

import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.Call;
import io.coffer.gateway.request.QueryRules;
import io.coffer.gateway.request.ResourceType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** How much is stored (chapter 4.10). */
@Path("/v3/{project_id}/storage_usage")
public class StorageUsageResource {

  private static final QueryRules LIST =
      QueryRules.paged().text("resource_id").oneOf("resource_type", ResourceType.ALL);

  private final OwnerClient owners;

  StorageUsageResource(OwnerClient owners) {
    this.owners = owners;
  }

  @GET
  public Uni<Response> list(@PathParam("project_id") String project, RoutingContext http) {
    return owners
        .ofProject(
            Owner.BILLING_SERVICE, project, "storage_usage" + LIST.check(Call.of(http).query()))
        .map(OwnerAnswer::response);
  }
}
