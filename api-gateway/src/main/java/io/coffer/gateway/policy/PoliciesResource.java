package io.coffer.gateway.policy;

import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.Call;
import io.coffer.gateway.request.QueryRules;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** Policies (chapter 4.8). Clients that show a vault ask which ones are applied to it. */
@Path("/v3/{project_id}/policies")
public class PoliciesResource {

  private static final QueryRules LIST =
      QueryRules.paged().oneOf("operation_type", Set.of("backup", "replication")).text("vault_id");

  private final OwnerClient owners;

  PoliciesResource(OwnerClient owners) {
    this.owners = owners;
  }

  @GET
  public Uni<Response> list(@PathParam("project_id") String project, RoutingContext http) {
    return owners
        .ofProject(Owner.POLICY_SCHEDULER, project, "policies" + LIST.check(Call.of(http).query()))
        .map(OwnerAnswer::response);
  }
}
