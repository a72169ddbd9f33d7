package io.coffer.gateway.operationlog;

import io.coffer.gateway.relay.NotFound;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.Call;
import io.coffer.gateway.request.PathId;
import io.coffer.gateway.request.QueryRules;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;

/** Tasks (chapter 4.1). */
@Path("/v3/{project_id}/operation-logs")
public class OperationLogsResource {

  private static final QueryRules LIST =
      QueryRules.paged()
          .time("start_time", "end_time")
          .text("enterprise_project_id", "provider_id", "resource_id", "resource_name")
          .text("vault_id", "vault_name")
          .oneOf(
              "operation_type",
              Set.of(
                  "backup",
                  "copy",
                  "replication",
                  "delete",
                  "restore",
                  "vault_delete",
                  "remove_resource",
                  "sync"))
          .oneOf("status", Set.of("success", "skipped", "failed", "running", "timeout", "waiting"));

  private final OwnerClient owners;

  OperationLogsResource(OwnerClient owners) {
    this.owners = owners;
  }

  @GET
  public Uni<Response> list(@PathParam("project_id") String project, RoutingContext http) {
    return read(project, "operation-logs" + LIST.check(Call.of(http).query()));
  }

  @GET
  @Path("{operation_log_id}")
  public Uni<Response> show(
      @PathParam("project_id") String project, @PathParam("operation_log_id") String id) {
    UUID log = PathId.uuid(id).orElseThrow(() -> NotFound.operationLog(id));
    return read(project, "operation-logs/" + log);
  }

  private Uni<Response> read(String project, String path) {
    return owners.ofProject(Owner.VAULT_SERVICE, project, path).map(OwnerAnswer::response);
  }
}
