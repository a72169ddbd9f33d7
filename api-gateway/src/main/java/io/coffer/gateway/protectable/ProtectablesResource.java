package io.coffer.gateway.protectable;

import io.coffer.contracts.vault.ResourceType;
import io.coffer.gateway.contract.Absent;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.request.PathId;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What may be protected (chapter 4.2). */
@Path("/v3/{project_id}/protectables/{protectable_type}/instances")
public class ProtectablesResource {

  private static final Map<String, ResourceType> TYPES =
      Map.of(
          "server", ResourceType.SERVER,
          "disk", ResourceType.DISK,
          "turbo", ResourceType.TURBO,
          "workspace", ResourceType.DESKTOP,
          "workspace_v2", ResourceType.DESKTOP);

  private final OwnerClient owners;

  ProtectablesResource(OwnerClient owners) {
    this.owners = owners;
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return read(request, request.checkedPath());
  }

  @GET
  @Path("{instance_id}")
  public Uni<Response> show(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    String id = request.variable("instance_id");
    String path = request.checkedPath();
    if (!PathId.plain(id)) {
      throw Absent.resource(TYPES.get(request.variable("protectable_type")).wireName(), id);
    }
    return read(request, path);
  }

  /** Of resources one owner knows, of vaults another: only here they meet. */
  private Uni<Response> read(GatewayRequest request, String path) {
    String project = request.project();
    return owners
        .ofProject(Owner.BACKUP_WORKER, project, path)
        .chain(
            answer ->
                answer.then(
                    known ->
                        owners.ofProject(
                            Owner.VAULT_SERVICE, project, "protectables", known.body())))
        .map(OwnerAnswer::response);
  }
}
